data "aws_iam_policy_document" "app" {
  statement {
    actions = [
      "secretsmanager:GetSecretValue",
      "s3:Get*",
    ]
    resources = ["*"] # expect: aws-iam-reads-all-data
  }
}

resource "aws_iam_policy" "reader" {
  name = "reader"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:GetParameter"
      Resource = "*" # expect: aws-iam-reads-all-data
    }]
  })
}
