resource "aws_opensearch_domain" "logs" { # expect: aws-opensearch-unencrypted
  domain_name    = "logs"
  engine_version = "OpenSearch_2.17"
}

resource "aws_elasticsearch_domain" "products" {
  domain_name           = "products"
  elasticsearch_version = "7.10"

  encrypt_at_rest {
    enabled = false # expect: aws-opensearch-unencrypted
  }
}
