resource "aws_glacier_vault" "books" {
  name = "books"

  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: aws-glacier-public-policy
      Action    = ["glacier:InitiateJob", "glacier:GetJobOutput"]
      Resource  = "arn:aws:glacier:eu-west-1:111122223333:vaults/books"
    }]
  })
}

data "aws_iam_policy_document" "open" {
  statement {
    actions   = ["glacier:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: aws-glacier-public-policy
    }
  }
}

resource "aws_glacier_vault" "ledgers" {
  name          = "ledgers"
  access_policy = data.aws_iam_policy_document.open.json
}

resource "aws_glacier_vault" "single" {
  name = "single"

  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = ["111122223333", "*"] } # expect: aws-glacier-public-policy
      Action    = "glacier:InitiateJob"
      Resource  = "*"
    }
  })
}

# All but one.
resource "aws_glacier_vault" "others" {
  name = "others"

  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::111122223333:user/intern" } # expect: aws-glacier-public-policy
      Action       = "glacier:InitiateJob"
      Resource     = "*"
    }]
  })
}

resource "aws_glacier_vault" "others_single" {
  name = "others-single"

  access_policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::111122223333:user/intern" } # expect: aws-glacier-public-policy
      Action       = "glacier:InitiateJob"
      Resource     = "*"
    }
  })
}
