resource "aws_cloudsearch_domain" "products" { # expect: aws-cloudsearch-weak-tls
  name = "products"
}

resource "aws_cloudsearch_domain" "articles" {
  name = "articles"

  endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-0-2019-07" # expect: aws-cloudsearch-weak-tls
  }
}
