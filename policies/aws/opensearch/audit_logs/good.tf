variable "types" {
  type = set(string)
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  advanced_security_options {
    enabled = true
  }

  log_publishing_options {
    cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:search"
    log_type                 = "AUDIT_LOGS"
  }
}

variable "type" {
  type = string
}

resource "aws_opensearch_domain" "one" {
  domain_name = "one"

  log_publishing_options { # undecided: aws-opensearch-audit-logs
    cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:search"
    log_type                 = var.type
  }
}

resource "aws_opensearch_domain" "each" {
  domain_name = "each"

  dynamic "log_publishing_options" {
    for_each = var.types # undecided: aws-opensearch-audit-logs
    content {
      cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:search"
      log_type                 = log_publishing_options.value
    }
  }
}
