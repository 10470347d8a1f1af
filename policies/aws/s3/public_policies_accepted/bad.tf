resource "aws_s3_bucket_public_access_block" "none" { # expect: aws-s3-public-policies-accepted
  bucket = "shop"
}

resource "aws_s3_bucket_public_access_block" "off" {
  bucket              = "shop-off"
  block_public_policy = false # expect: aws-s3-public-policies-accepted
}
