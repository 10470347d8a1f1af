# Anybody of the organization, and another account.
resource "aws_backup_vault_policy" "backups" {
  backup_vault_name = "daily"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "backup:CopyIntoBackupVault"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}

resource "aws_cloudwatch_event_bus_policy" "events" {
  event_bus_name = "orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "events:PutEvents"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}

resource "aws_cloudwatch_log_destination_policy" "destination" {
  destination_name = "central"
  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "logs:PutSubscriptionFilter"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}

resource "aws_cloudwatch_log_destination_policy" "destination_of_one" {
  destination_name = "central"
  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::444455556666:root" }
      Action    = "logs:PutSubscriptionFilter"
      Resource  = "*"
    }
  })
}

resource "aws_cloudwatch_log_resource_policy" "logs" {
  policy_name = "writers"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "logs:PutLogEvents"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}

resource "aws_cloudwatch_log_resource_policy" "logs_of_one" {
  policy_name = "writers"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::444455556666:root" }
      Action    = "logs:PutLogEvents"
      Resource  = "*"
    }
  })
}

resource "aws_codeartifact_domain_permissions_policy" "domain" {
  domain = "example"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "codeartifact:CreateRepository"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}

resource "aws_codeartifact_domain_permissions_policy" "domain_of_one" {
  domain = "example"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::444455556666:root" }
      Action    = "codeartifact:CreateRepository"
      Resource  = "*"
    }
  })
}

resource "aws_codeartifact_repository_permissions_policy" "repository" {
  domain     = "example"
  repository = "packages"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "codeartifact:ReadFromRepository"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}

resource "aws_codeartifact_repository_permissions_policy" "repository_of_one" {
  domain     = "example"
  repository = "packages"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::444455556666:root" }
      Action    = "codeartifact:ReadFromRepository"
      Resource  = "*"
    }
  })
}

resource "aws_dynamodb_resource_policy" "table" {
  resource_arn = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "dynamodb:GetItem"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}

resource "aws_ecr_registry_policy" "registry" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "ecr:ReplicateImage"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}

resource "aws_efs_file_system_policy" "files" {
  file_system_id = "fs-12345678"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "elasticfilesystem:ClientWrite"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}

resource "aws_efs_file_system_policy" "files_of_one" {
  file_system_id = "fs-12345678"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::444455556666:root" }
      Action    = "elasticfilesystem:ClientWrite"
      Resource  = "*"
    }
  })
}

resource "aws_glue_resource_policy" "catalogue" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "glue:GetTable"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}

resource "aws_kinesis_resource_policy" "stream" {
  resource_arn = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "kinesis:PutRecord"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}

resource "aws_secretsmanager_secret" "secret" {
  name = "payments"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}

resource "aws_secretsmanager_secret_policy" "apart" {
  secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-a1b2c3"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}

resource "aws_ses_identity_policy" "sender" {
  identity = "example.com"
  name     = "senders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "ses:SendEmail"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}

resource "aws_sesv2_email_identity_policy" "sender" {
  email_identity = "example.com"
  policy_name    = "senders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "ses:SendEmail"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}

# Only machines in the network of the file system reach a mount target.
resource "aws_efs_file_system_policy" "files_in_the_network" {
  file_system_id = "fs-12345678"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "elasticfilesystem:ClientMount"
      Resource  = "*"
      Condition = { Bool = { "elasticfilesystem:AccessedViaMountTarget" = "true" } }
    }
  })
}
