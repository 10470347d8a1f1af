data "aws_iam_policy_document" "app" {
  statement {
    actions = [
      "secretsmanager:GetSecretValue", # expect: aws-iam-reads-all-data
      "s3:Get*",                       # expect: aws-iam-reads-all-data
    ]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "reader" {
  name = "reader"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:GetParameter" # expect: aws-iam-reads-all-data
      Resource = "*"
    }]
  })
}
