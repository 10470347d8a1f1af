resource "aws_cloudtrail" "audit" { # expect: aws-cloudtrail-no-topic
  name           = "audit"
  s3_bucket_name = "audit-111122223333"
}

resource "aws_cloudtrail" "europe" {
  name           = "europe"
  s3_bucket_name = "audit-111122223333"
  sns_topic_name = "" # expect: aws-cloudtrail-no-topic
}
