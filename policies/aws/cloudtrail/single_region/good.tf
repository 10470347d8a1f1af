variable "all_regions" { # undecided: aws-cloudtrail-single-region
  type = bool
}

resource "aws_cloudtrail" "audit" {
  name                  = "audit"
  s3_bucket_name        = "audit-111122223333"
  is_multi_region_trail = true
}

resource "aws_cloudtrail" "scratch" {
  name                  = "scratch"
  s3_bucket_name        = "audit-111122223333"
  is_multi_region_trail = var.all_regions
}

# Records what is done with the files of one bucket, which lies in one region.
resource "aws_cloudtrail" "files" {
  name           = "files"
  s3_bucket_name = "audit-111122223333"

  event_selector {
    include_management_events = false

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::uploads/"]
    }
  }
}
