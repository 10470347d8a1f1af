variable "policy" { # undecided: aws-opensearch-weak-tls
  type = string
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }
}

resource "aws_opensearch_domain" "scratch" {
  domain_name = "scratch"

  domain_endpoint_options {
    tls_security_policy = var.policy
  }
}
