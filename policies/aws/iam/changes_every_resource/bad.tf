data "aws_iam_policy_document" "app" {
  statement {
    actions = [
      "ec2:DescribeInstances",
      "ec2:TerminateInstances", # expect: aws-iam-changes-every-resource
      "sqs:*",                  # expect: aws-iam-changes-every-resource
    ]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "app" {
  role = "app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "dynamodb:DeleteItem" # expect: aws-iam-changes-every-resource
      Resource = "*"
    }]
  })
}
