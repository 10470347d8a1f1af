resource "aws_s3_bucket" "orders" { # expect: aws-s3-without-kms-key
  bucket = "shop-orders"
}

resource "aws_s3_bucket" "own" {
  bucket = "shop-own"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "own" {
  bucket = aws_s3_bucket.own.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256" # expect: aws-s3-without-kms-key
    }
  }
}

resource "aws_s3_bucket" "old" {
  bucket = "shop-old"

  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm = "AES256" # expect: aws-s3-without-kms-key
      }
    }
  }
}
