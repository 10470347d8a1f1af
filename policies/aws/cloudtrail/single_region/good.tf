variable "all_regions" { # undecided: aws-cloudtrail-single-region
  type = bool
}

resource "aws_cloudtrail" "audit" {
  name                  = "audit"
  s3_bucket_name        = "audit-111122223333"
  is_multi_region_trail = true
}

resource "aws_cloudtrail" "scratch" {
  name                  = "scratch"
  s3_bucket_name        = "audit-111122223333"
  is_multi_region_trail = var.all_regions
}
