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
