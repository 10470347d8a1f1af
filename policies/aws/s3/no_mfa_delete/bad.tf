resource "aws_s3_bucket_versioning" "orders" {
  bucket = "shop-orders"

  versioning_configuration { # expect: aws-s3-no-mfa-delete
    status = "Enabled"
  }
}
