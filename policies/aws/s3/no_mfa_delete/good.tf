# Keeps no versions.
resource "aws_s3_bucket_versioning" "exports" {
  bucket = "shop-exports"

  versioning_configuration {
    status = "Disabled"
  }
}

variable "mfa_delete" { # undecided: aws-s3-no-mfa-delete
  type = string
}

resource "aws_s3_bucket" "plain" {
  bucket = "shop-plain"
}

resource "aws_s3_bucket_versioning" "orders" {
  bucket = "shop-orders"
  mfa    = "arn:aws:iam::111122223333:mfa/root 123456"

  versioning_configuration {
    status     = "Enabled"
    mfa_delete = "Enabled"
  }
}

resource "aws_s3_bucket_versioning" "either" {
  bucket = "shop-either"

  versioning_configuration {
    status     = "Enabled"
    mfa_delete = var.mfa_delete
  }
}

resource "aws_s3_bucket" "old" {
  bucket = "shop-old"

  versioning {
    enabled    = true
    mfa_delete = true
  }
}

resource "aws_s3_bucket" "scratch" {
  bucket = "shop-scratch"

  versioning {
    enabled = false
  }
}
