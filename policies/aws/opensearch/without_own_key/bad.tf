resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  encrypt_at_rest { # expect: aws-opensearch-without-own-key
    enabled = true
  }
}

resource "aws_elasticsearch_domain" "products" {
  domain_name = "products"

  encrypt_at_rest {
    enabled    = true
    kms_key_id = "alias/aws/es" # expect: aws-opensearch-without-own-key
  }
}
