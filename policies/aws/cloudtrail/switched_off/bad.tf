resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "audit-111122223333"
  enable_logging = false # expect: aws-cloudtrail-switched-off
}
