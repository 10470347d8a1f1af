variable "logged" { # undecided: aws-cloudtrail-switched-off
  type = bool
}

resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "audit-111122223333"
}

resource "aws_cloudtrail" "scratch" {
  name           = "scratch"
  s3_bucket_name = "audit-111122223333"
  enable_logging = var.logged
}
