resource "aws_opensearch_domain" "logs" { # expect: aws-opensearch-plain-http
  domain_name = "logs"
}

resource "aws_elasticsearch_domain" "products" {
  domain_name = "products"

  domain_endpoint_options {
    enforce_https       = false # expect: aws-opensearch-plain-http
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}
