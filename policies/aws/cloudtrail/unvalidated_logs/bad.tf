resource "aws_cloudtrail" "audit" { # expect: aws-cloudtrail-unvalidated-logs
  name           = "audit"
  s3_bucket_name = "audit-111122223333"
}

resource "aws_cloudtrail" "europe" {
  name                       = "europe"
  s3_bucket_name             = "audit-111122223333"
  enable_log_file_validation = false # expect: aws-cloudtrail-unvalidated-logs
}
