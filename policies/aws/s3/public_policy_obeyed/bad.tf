resource "aws_s3_bucket_public_access_block" "none" { # expect: aws-s3-public-policy-obeyed
  bucket = "shop"
}

resource "aws_s3_bucket_public_access_block" "off" {
  bucket                  = "shop-off"
  restrict_public_buckets = false # expect: aws-s3-public-policy-obeyed
}
