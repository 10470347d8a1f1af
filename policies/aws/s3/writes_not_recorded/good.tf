resource "aws_s3_bucket" "orders" {
  bucket = "shop-orders"
}

resource "aws_cloudtrail" "files" {
  name           = "files"
  s3_bucket_name = "trails"

  event_selector {
    read_write_type = "All"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["${aws_s3_bucket.orders.arn}/"]
    }
  }
}
