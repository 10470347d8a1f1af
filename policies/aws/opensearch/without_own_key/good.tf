variable "key" { # undecided: aws-opensearch-without-own-key
  type = string
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  encrypt_at_rest {
    enabled    = true
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }
}

resource "aws_opensearch_domain" "scratch" {
  domain_name = "scratch"

  encrypt_at_rest {
    enabled    = true
    kms_key_id = var.key
  }
}
