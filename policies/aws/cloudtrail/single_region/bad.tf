resource "aws_cloudtrail" "audit" { # expect: aws-cloudtrail-single-region
  name           = "audit"
  s3_bucket_name = "audit-111122223333"
}

resource "aws_cloudtrail" "europe" {
  name                  = "europe"
  s3_bucket_name        = "audit-111122223333"
  is_multi_region_trail = false # expect: aws-cloudtrail-single-region
}
