resource "aws_s3_bucket" "orders" { # expect: aws-s3-no-versioning
  bucket = "shop-orders"
}

resource "aws_s3_bucket" "old" {
  bucket = "shop-old"

  versioning {
    enabled = false # expect: aws-s3-no-versioning
  }
}

resource "aws_s3_bucket" "suspended" {
  bucket = "shop-suspended"
}

resource "aws_s3_bucket_versioning" "suspended" {
  bucket = aws_s3_bucket.suspended.id

  versioning_configuration {
    status = "Suspended" # expect: aws-s3-no-versioning
  }
}
