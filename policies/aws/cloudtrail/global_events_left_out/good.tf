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
