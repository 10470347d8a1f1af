# Whoever is not that account may.
resource "aws_backup_vault_policy" "backups" {
  backup_vault_name = "daily"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-service-public-policy
      Action       = "backup:CopyIntoBackupVault"
      Resource     = "*"
    }
  })
}

resource "aws_cloudwatch_event_bus_policy" "events" {
  event_bus_name = "orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-service-public-policy
      Action       = "events:PutEvents"
      Resource     = "*"
    }
  })
}

resource "aws_cloudwatch_log_destination_policy" "destination" {
  destination_name = "central"
  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-service-public-policy
      Action       = "logs:PutSubscriptionFilter"
      Resource     = "*"
    }
  })
}

resource "aws_cloudwatch_log_resource_policy" "logs" {
  policy_name = "writers"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-service-public-policy
      Action       = "logs:PutLogEvents"
      Resource     = "*"
    }
  })
}

resource "aws_codeartifact_domain_permissions_policy" "domain" {
  domain = "example"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-service-public-policy
      Action       = "codeartifact:CreateRepository"
      Resource     = "*"
    }
  })
}

resource "aws_codeartifact_repository_permissions_policy" "repository" {
  domain     = "example"
  repository = "packages"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-service-public-policy
      Action       = "codeartifact:ReadFromRepository"
      Resource     = "*"
    }
  })
}

resource "aws_dynamodb_resource_policy" "table" {
  resource_arn = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-service-public-policy
      Action       = "dynamodb:GetItem"
      Resource     = "*"
    }
  })
}

resource "aws_ecr_registry_policy" "registry" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-service-public-policy
      Action       = "ecr:ReplicateImage"
      Resource     = "*"
    }
  })
}

resource "aws_efs_file_system_policy" "files" {
  file_system_id = "fs-12345678"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-service-public-policy
      Action       = "elasticfilesystem:ClientWrite"
      Resource     = "*"
    }
  })
}

resource "aws_glue_resource_policy" "catalogue" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-service-public-policy
      Action       = "glue:GetTable"
      Resource     = "*"
    }
  })
}

resource "aws_kinesis_resource_policy" "stream" {
  resource_arn = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-service-public-policy
      Action       = "kinesis:PutRecord"
      Resource     = "*"
    }
  })
}

resource "aws_secretsmanager_secret" "secret" {
  name = "payments"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-service-public-policy
      Action       = "secretsmanager:GetSecretValue"
      Resource     = "*"
    }
  })
}

resource "aws_secretsmanager_secret_policy" "apart" {
  secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-a1b2c3"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-service-public-policy
      Action       = "secretsmanager:GetSecretValue"
      Resource     = "*"
    }
  })
}

resource "aws_ses_identity_policy" "sender" {
  identity = "example.com"
  name     = "senders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-service-public-policy
      Action       = "ses:SendEmail"
      Resource     = "*"
    }
  })
}

resource "aws_sesv2_email_identity_policy" "sender" {
  email_identity = "example.com"
  policy_name    = "senders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-service-public-policy
      Action       = "ses:SendEmail"
      Resource     = "*"
    }
  })
}
