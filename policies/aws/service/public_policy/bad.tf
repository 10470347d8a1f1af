resource "aws_secretsmanager_secret_policy" "payments" {
  secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments-a1b2c3"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" } # expect: aws-service-public-policy
      Action    = "secretsmanager:GetSecretValue"
      Resource  = "*"
    }]
  })
}

resource "aws_efs_file_system_policy" "uploads" {
  file_system_id = "fs-12345678"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" } # expect: aws-service-public-policy
      Action    = ["elasticfilesystem:*"]
    }]
  })
}

data "aws_iam_policy_document" "catalogue" {
  statement {
    actions   = ["glue:*"]
    resources = ["arn:aws:glue:eu-west-1:111122223333:*"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: aws-service-public-policy
    }
  }
}

resource "aws_glue_resource_policy" "catalogue" {
  policy = data.aws_iam_policy_document.catalogue.json
}

resource "aws_cloudwatch_log_destination_policy" "central" {
  destination_name = "central"
  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: aws-service-public-policy
      Action    = "logs:*"
      Resource  = "arn:aws:logs:eu-west-1:111122223333:destination:central"
    }]
  })
}

resource "aws_codeartifact_repository_permissions_policy" "packages" {
  domain     = "example"
  repository = "packages"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: aws-service-public-policy
      Action    = "codeartifact:ReadFromRepository"
      Resource  = "*"
    }]
  })
}
