data "aws_kms_alias" "secrets" {
  name = "alias/aws/secretsmanager"
}

data "aws_kms_key" "disks" {
  key_id = "alias/aws/ebs"
}

locals {
  disk_key = data.aws_kms_key.disks.arn # expect: aws-kms-key-of-aws
}

resource "aws_secretsmanager_secret" "shop" {
  name       = "shop"
  kms_key_id = data.aws_kms_alias.secrets.target_key_arn # expect: aws-kms-key-of-aws
}

resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 100
  encrypted         = true
  kms_key_id        = local.disk_key
}
