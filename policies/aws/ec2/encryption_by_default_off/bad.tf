resource "aws_ebs_encryption_by_default" "region" {
  enabled = false # expect: aws-ec2-encryption-by-default-off
}
