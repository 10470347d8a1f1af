resource "aws_s3_bucket" "orders" { # expect: aws-s3-reads-not-recorded
  bucket = "shop-orders"
}

resource "aws_s3_bucket" "invoices" {
  bucket_prefix = "invoices-"
}

# Records what is read in another one.
resource "aws_cloudtrail" "invoices" {
  name           = "invoices"
  s3_bucket_name = "trails"

  event_selector {
    data_resource {
      type   = "AWS::S3::Object"
      values = ["${aws_s3_bucket.invoices.arn}/"]
    }
  }
}
