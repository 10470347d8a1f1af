resource "aws_s3_bucket" "orders" {
  bucket = "example-orders"
}

# Comes first, but its lack is not what is wrong.
resource "aws_s3_bucket_acl" "orders" {
  count  = 0
  bucket = aws_s3_bucket.orders.id
  acl    = "private"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  count  = 0 # expect: aws-s3-without-kms-key
  bucket = aws_s3_bucket.orders.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}
