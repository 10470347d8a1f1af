resource "aws_s3_bucket" "orders" {
  bucket = "shop-orders"
}

resource "aws_cloudtrail" "files" {
  name           = "files"
  s3_bucket_name = "trails"

  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::shop-invoices/", "arn:aws:s3:::shop-orders/"]
    }
  }
}
