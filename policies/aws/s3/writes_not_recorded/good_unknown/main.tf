variable "type" {
  type = string
}

resource "aws_s3_bucket" "orders" { # undecided: aws-s3-writes-not-recorded
  bucket = "shop-orders"
}

resource "aws_cloudtrail" "files" {
  name           = "files"
  s3_bucket_name = "trails"

  event_selector {
    read_write_type = var.type

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}
