variable "bucket" {
  type = string
}

resource "aws_s3_bucket" "orders" { # undecided: aws-s3-without-access-log
  bucket = "shop-orders"
}

resource "aws_s3_bucket_logging" "some" {
  bucket        = var.bucket
  target_bucket = "shop-logs"
  target_prefix = "orders/"
}
