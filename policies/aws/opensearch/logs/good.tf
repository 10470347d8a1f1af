variable "enabled" { # undecided: aws-opensearch-logs
  type = bool
}

resource "aws_cloudwatch_log_group" "logs" {
  name = "search"
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  log_publishing_options {
    cloudwatch_log_group_arn = aws_cloudwatch_log_group.logs.arn
    log_type                 = "ES_APPLICATION_LOGS"
  }
}

resource "aws_opensearch_domain" "each" {
  domain_name = "each"

  dynamic "log_publishing_options" {
    for_each = ["INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS"]
    content {
      cloudwatch_log_group_arn = aws_cloudwatch_log_group.logs.arn
      log_type                 = log_publishing_options.value
      enabled                  = "true"
    }
  }
}

resource "aws_opensearch_domain" "scratch" {
  domain_name = "scratch"

  log_publishing_options {
    cloudwatch_log_group_arn = aws_cloudwatch_log_group.logs.arn
    log_type                 = "ES_APPLICATION_LOGS"
    enabled                  = var.enabled
  }
}
