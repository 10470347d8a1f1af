variable "account" { # undecided: aws-glacier-public-policy
  type = string
}

resource "aws_glacier_vault" "books" {
  name = "books"
}

resource "aws_glacier_vault" "ledgers" {
  name = "ledgers"

  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = "glacier:*"
        Resource  = "*"
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "glacier:DeleteArchive"
        Resource  = "*"
      },
    ]
  })
}

resource "aws_glacier_vault" "shared" {
  name = "shared"

  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.account }
      Action    = "glacier:InitiateJob"
      Resource  = "*"
    }]
  })
}

# Everybody of one organization.
resource "aws_glacier_vault" "organization" {
  name = "organization"

  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "glacier:InitiateJob"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }]
  })
}

resource "aws_glacier_vault" "organization_single" {
  name = "organization-single"

  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = "*"
      Action    = "glacier:InitiateJob"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
    }
  })
}
