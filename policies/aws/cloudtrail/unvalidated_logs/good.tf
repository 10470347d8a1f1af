variable "validated" { # undecided: aws-cloudtrail-unvalidated-logs
  type = bool
}

resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "audit-111122223333"
  enable_log_file_validation = true
}

resource "aws_cloudtrail" "scratch" {
  name                       = "scratch"
  s3_bucket_name             = "audit-111122223333"
  enable_log_file_validation = var.validated
}
