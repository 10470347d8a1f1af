resource "aws_iam_policy" "support" {
  name = "support"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:*"]
      Resource = "*" # expect: aws-iam-manages-all-permissions
    }]
  })
}

data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["s3:PutBucket*"]
    resources = ["*"] # expect: aws-iam-manages-all-permissions
  }
}
