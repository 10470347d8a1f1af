resource "aws_cloudtrail" "audit" { # expect: aws-cloudtrail-no-log-group
  name           = "audit"
  s3_bucket_name = "audit-111122223333"
}

resource "aws_cloudtrail" "europe" {
  name                       = "europe"
  s3_bucket_name             = "audit-111122223333"
  cloud_watch_logs_group_arn = "" # expect: aws-cloudtrail-no-log-group
}
