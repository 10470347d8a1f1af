resource "aws_opensearch_domain" "logs" { # expect: aws-opensearch-weak-tls
  domain_name = "logs"
}

resource "aws_elasticsearch_domain" "products" {
  domain_name = "products"

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07" # expect: aws-opensearch-weak-tls
  }
}

resource "aws_opensearch_domain" "documents" {
  domain_name = "documents"

  domain_endpoint_options { # expect: aws-opensearch-weak-tls
    enforce_https = true
  }
}
