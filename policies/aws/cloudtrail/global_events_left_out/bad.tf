resource "aws_cloudtrail" "europe" {
  name                          = "europe"
  s3_bucket_name                = "audit-111122223333"
  include_global_service_events = false # expect: aws-cloudtrail-global-events-left-out
}
