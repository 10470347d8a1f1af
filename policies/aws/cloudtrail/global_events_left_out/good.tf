# One trail of several records them, so that they are not kept twice.
resource "aws_cloudtrail" "europe" {
  name           = "europe"
  s3_bucket_name = "audit-111122223333"
}

resource "aws_cloudtrail" "america" {
  name                          = "america"
  s3_bucket_name                = "audit-111122223333"
  include_global_service_events = false
}

# Events of these services are management events, of which this one records none.
resource "aws_cloudtrail" "files" {
  name                          = "files"
  s3_bucket_name                = "audit-111122223333"
  include_global_service_events = false

  event_selector {
    include_management_events = false

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::uploads/"]
    }
  }
}
