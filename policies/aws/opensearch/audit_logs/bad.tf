resource "aws_opensearch_domain" "logs" { # expect: aws-opensearch-audit-logs
  domain_name = "logs"
}

resource "aws_elasticsearch_domain" "products" {
  domain_name = "products"

  log_publishing_options { # expect: aws-opensearch-audit-logs
    cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:products"
    log_type                 = "INDEX_SLOW_LOGS"
  }

  log_publishing_options {
    cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:products"
    log_type                 = "AUDIT_LOGS"
    enabled                  = false
  }
}
