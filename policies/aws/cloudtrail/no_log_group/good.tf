variable "group" { # undecided: aws-cloudtrail-no-log-group
  type = string
}

resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "audit-111122223333"
  cloud_watch_logs_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:audit:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail"
}

resource "aws_cloudtrail" "scratch" {
  name                       = "scratch"
  s3_bucket_name             = "audit-111122223333"
  cloud_watch_logs_group_arn = var.group
}
