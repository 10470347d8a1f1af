resource "aws_s3_bucket_versioning" "orders" {
  bucket = "shop-orders"

  versioning_configuration { # expect: aws-s3-no-mfa-delete
    status = "Enabled"
  }
}

# Up to version 3 of the provider it stood in the bucket.
resource "aws_s3_bucket" "old" {
  bucket = "shop-old"

  versioning { # expect: aws-s3-no-mfa-delete
    enabled = true
  }
}
