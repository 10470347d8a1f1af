# The module is not here, and may set the log.
resource "aws_s3_bucket" "audit" { # undecided: aws-cloudtrail-bucket-without-access-log
  bucket = "audit-111122223333"
}

resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = aws_s3_bucket.audit.id
}

module "settings" {
  source  = "example/bucket-settings/aws"
  version = "2.1.0"

  bucket = aws_s3_bucket.audit.id
}
