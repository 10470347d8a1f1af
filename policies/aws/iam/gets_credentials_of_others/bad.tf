resource "aws_iam_policy" "support" {
  name = "support"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = [
        "s3:GetObject",
        "iam:CreateAccessKey", # expect: aws-iam-gets-credentials-of-others
      ]
      Resource = "*"
    }]
  })
}

data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["sts:AssumeRole"] # expect: aws-iam-gets-credentials-of-others
    resources = ["*"]
  }
}
