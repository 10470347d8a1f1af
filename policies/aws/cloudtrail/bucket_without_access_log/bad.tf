resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = aws_s3_bucket.audit.id
}

resource "aws_s3_bucket" "audit" { # expect: aws-cloudtrail-bucket-without-access-log
  bucket = "audit-111122223333"
}
