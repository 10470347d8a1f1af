resource "aws_kms_key" "files" {
  description         = "files"
  enable_key_rotation = true
  is_enabled          = false # expect: aws-kms-disabled-key
}

resource "aws_kms_external_key" "imported" {
  description = "imported"
  enabled     = false # expect: aws-kms-disabled-key
}

resource "aws_kms_replica_key" "near" {
  primary_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab"
  enabled         = false # expect: aws-kms-disabled-key
}
