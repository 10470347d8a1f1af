resource "aws_s3_bucket_public_access_block" "none" { # expect: aws-s3-public-acls-obeyed
  bucket = "shop"
}

resource "aws_s3_bucket_public_access_block" "off" {
  bucket             = "shop-off"
  ignore_public_acls = false # expect: aws-s3-public-acls-obeyed
}
