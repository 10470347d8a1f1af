variable "https" { # undecided: aws-opensearch-plain-http
  type = bool
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}

# In the block HTTPS is required unless it says otherwise.
resource "aws_elasticsearch_domain" "products" {
  domain_name = "products"

  domain_endpoint_options {
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}

resource "aws_opensearch_domain" "scratch" {
  domain_name = "scratch"

  domain_endpoint_options {
    enforce_https = var.https
  }
}
