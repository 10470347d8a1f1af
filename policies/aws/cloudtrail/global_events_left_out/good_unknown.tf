variable "global" { # undecided: aws-cloudtrail-global-events-left-out
  type = bool
}

resource "aws_cloudtrail" "europe" {
  name                          = "europe"
  s3_bucket_name                = "audit-111122223333"
  include_global_service_events = var.global
}

resource "aws_cloudtrail" "america" {
  name                          = "america"
  s3_bucket_name                = "audit-111122223333"
  include_global_service_events = false # undecided: aws-cloudtrail-global-events-left-out
}
