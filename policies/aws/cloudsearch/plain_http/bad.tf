resource "aws_cloudsearch_domain" "products" { # expect: aws-cloudsearch-plain-http
  name = "products"
}

resource "aws_cloudsearch_domain" "articles" {
  name = "articles"

  endpoint_options {
    enforce_https       = false # expect: aws-cloudsearch-plain-http
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
}
