resource "aws_s3_bucket" "orders" { # expect: aws-s3-without-access-log
  bucket = "shop-orders"
}
