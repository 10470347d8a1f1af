variable "topic" { # undecided: aws-cloudtrail-no-topic
  type = string
}

resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "audit-111122223333"
  sns_topic_name = "audit"
}

resource "aws_cloudtrail" "scratch" {
  name           = "scratch"
  s3_bucket_name = "audit-111122223333"
  sns_topic_name = var.topic
}
