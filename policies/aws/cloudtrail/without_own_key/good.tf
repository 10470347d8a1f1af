variable "key" { # undecided: aws-cloudtrail-without-own-key
  type = string
}

resource "aws_cloudtrail" "orders" {
  name           = "audit"
  s3_bucket_name = "audit-111122223333"
  kms_key_id     = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_cloudtrail" "scratch" {
  name           = "audit"
  s3_bucket_name = "audit-111122223333"
  kms_key_id     = var.key
}
