variable "on" { # undecided: aws-s3-public-acls-accepted
  type = bool
}

resource "aws_s3_bucket_public_access_block" "on" {
  bucket            = "shop"
  block_public_acls = true
}

resource "aws_s3_bucket_public_access_block" "either" {
  bucket            = "shop-either"
  block_public_acls = var.on
}
