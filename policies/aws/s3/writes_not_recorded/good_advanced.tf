resource "aws_s3_bucket" "orders" {
  bucket = "shop-orders"
}

resource "aws_cloudtrail" "files" {
  name           = "files"
  s3_bucket_name = "trails"

  advanced_event_selector {
    name = "files"

    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }

    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }

    field_selector {
      field  = "readOnly"
      equals = ["false"]
    }

    field_selector {
      field       = "resources.ARN"
      starts_with = ["${aws_s3_bucket.orders.arn}/"]
    }
  }
}
