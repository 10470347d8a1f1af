variable "controlled" { # undecided: aws-opensearch-no-access-control
  type = bool
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  advanced_security_options {
    enabled = true

    master_user_options {
      master_user_arn = "arn:aws:iam::111122223333:role/search"
    }
  }
}

resource "aws_opensearch_domain" "scratch" {
  domain_name = "scratch"

  advanced_security_options {
    enabled = var.controlled
  }
}
