resource "aws_kms_key" "files" {
  description         = "files"
  enable_key_rotation = true
  is_enabled          = false # expect: aws-kms-disabled-key
}
