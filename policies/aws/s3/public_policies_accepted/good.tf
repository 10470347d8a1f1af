variable "on" { # undecided: aws-s3-public-policies-accepted
  type = bool
}

resource "aws_s3_bucket_public_access_block" "on" {
  bucket              = "shop"
  block_public_policy = true
}

resource "aws_s3_bucket_public_access_block" "either" {
  bucket              = "shop-either"
  block_public_policy = var.on
}
