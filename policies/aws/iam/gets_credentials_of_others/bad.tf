resource "aws_iam_policy" "support" {
  name = "support"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = [
        "s3:GetObject",
        "iam:CreateAccessKey",
      ]
      Resource = "*" # expect: aws-iam-gets-credentials-of-others
    }]
  })
}

data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["sts:AssumeRole"]
    resources = ["*"] # expect: aws-iam-gets-credentials-of-others
  }
}
