variable "encrypt" { # undecided: aws-ec2-encryption-by-default-off
  type = bool
}

resource "aws_ebs_encryption_by_default" "region" {}

resource "aws_ebs_encryption_by_default" "ireland" {
  enabled = true
}

resource "aws_ebs_encryption_by_default" "either" {
  enabled = var.encrypt
}
