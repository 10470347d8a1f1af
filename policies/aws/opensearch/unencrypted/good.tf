variable "key" {
  type    = string
  default = ""
}

variable "encrypted" { # undecided: aws-opensearch-unencrypted
  type = bool
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  encrypt_at_rest {
    enabled    = true
    kms_key_id = var.key
  }
}

resource "aws_elasticsearch_domain" "products" {
  domain_name = "products"

  encrypt_at_rest {
    enabled = "true"
  }
}

resource "aws_opensearch_domain" "scratch" {
  domain_name = "scratch"

  encrypt_at_rest {
    enabled = var.encrypted
  }
}
