resource "aws_kms_key" "files" { # expect: aws-kms-default-policy
  enable_key_rotation = true
}
