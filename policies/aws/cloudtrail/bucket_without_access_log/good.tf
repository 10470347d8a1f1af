resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = aws_s3_bucket.audit.id
}

resource "aws_s3_bucket" "audit" {
  bucket = "audit-111122223333"
}

resource "aws_s3_bucket_logging" "audit" {
  bucket        = aws_s3_bucket.audit.id
  target_bucket = "access-logs-111122223333"
  target_prefix = "audit/"
}

# Written in the bucket itself, as up to version 3 of the provider.
resource "aws_cloudtrail" "europe" {
  name           = "europe"
  s3_bucket_name = aws_s3_bucket.europe.bucket
}

resource "aws_s3_bucket" "europe" {
  bucket = "europe-111122223333"

  logging {
    target_bucket = "access-logs-111122223333"
  }
}

# No trail writes here.
resource "aws_s3_bucket" "pictures" {
  bucket = "pictures-111122223333"
}
