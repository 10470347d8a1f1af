resource "aws_s3_bucket" "orders" { # expect: aws-s3-reads-not-recorded
  bucket = "shop-orders"
}

resource "aws_cloudtrail" "management" {
  name           = "management"
  s3_bucket_name = "trails"

  event_selector {
    read_write_type = "WriteOnly"

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}
