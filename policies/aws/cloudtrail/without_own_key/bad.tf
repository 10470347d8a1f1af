resource "aws_cloudtrail" "orders" { # expect: aws-cloudtrail-without-own-key
  name           = "audit"
  s3_bucket_name = "audit-111122223333"
}

resource "aws_cloudtrail" "events" {
  name           = "audit"
  s3_bucket_name = "audit-111122223333"
  kms_key_id     = "alias/aws/s3" # expect: aws-cloudtrail-without-own-key
}
