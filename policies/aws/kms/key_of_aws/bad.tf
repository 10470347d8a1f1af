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

data "aws_kms_key" "desktops" {
  key_id = "alias/aws/workspaces"
}

resource "aws_workspaces_workspace" "clerk" {
  directory_id                   = "d-1234567890"
  bundle_id                      = "wsb-123456789"
  user_name                      = "clerk"
  root_volume_encryption_enabled = true
  volume_encryption_key          = data.aws_kms_key.desktops.arn # expect: aws-kms-key-of-aws
}

resource "aws_bedrockagent_agent" "shop" {
  agent_name                  = "shop"
  agent_resource_role_arn     = "arn:aws:iam::123456789012:role/shop-agent"
  foundation_model            = "anthropic.claude-v2"
  customer_encryption_key_arn = data.aws_kms_alias.secrets.target_key_arn # expect: aws-kms-key-of-aws
}
