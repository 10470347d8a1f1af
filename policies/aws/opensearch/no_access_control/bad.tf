resource "aws_opensearch_domain" "logs" { # expect: aws-opensearch-no-access-control
  domain_name = "logs"
}

resource "aws_elasticsearch_domain" "products" {
  domain_name = "products"

  advanced_security_options {
    enabled = false # expect: aws-opensearch-no-access-control
  }
}
