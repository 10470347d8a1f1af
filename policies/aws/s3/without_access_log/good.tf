resource "aws_s3_bucket" "logs" {
  bucket = "shop-logs"
}

resource "aws_s3_bucket" "orders" {
  bucket = "shop-orders"
}

resource "aws_s3_bucket_logging" "orders" {
  bucket        = aws_s3_bucket.orders.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "orders/"
}

resource "aws_s3_bucket" "old" {
  bucket = "shop-old"

  logging {
    target_bucket = aws_s3_bucket.logs.id
  }
}

# Takes the logs of others, in which the list of who may write to it shows it.
resource "aws_s3_bucket" "statistics" {
  bucket = "shop-statistics"
  acl    = "log-delivery-write"
}
