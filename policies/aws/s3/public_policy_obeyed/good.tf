variable "on" { # undecided: aws-s3-public-policy-obeyed
  type = bool
}

resource "aws_s3_bucket_public_access_block" "on" {
  bucket                  = "shop"
  restrict_public_buckets = true
}

resource "aws_s3_bucket_public_access_block" "either" {
  bucket                  = "shop-either"
  restrict_public_buckets = var.on
}
