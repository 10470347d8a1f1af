variable "log_bucket" {
  type = string
}

resource "aws_s3_bucket" "orders" {
  bucket = "shop-orders"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256" # expect: aws-s3-without-kms-key
    }
  }
}

# Where its log goes is not known, but surely elsewhere.
resource "aws_s3_bucket_logging" "orders" {
  bucket        = aws_s3_bucket.orders.id
  target_bucket = var.log_bucket
  target_prefix = "orders/"
}
