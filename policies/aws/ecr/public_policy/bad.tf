resource "aws_ecr_repository_policy" "open" {
  repository = "shop"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: aws-ecr-public-policy
      Action    = "ecr:BatchGetImage"
    }]
  })
}

data "aws_iam_policy_document" "document" {
  statement {
    actions = ["ecr:BatchGetImage"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: aws-ecr-public-policy
    }
  }
}

resource "aws_ecr_repository_policy" "document" {
  repository = "shop"
  policy     = data.aws_iam_policy_document.document.json
}
