data "aws_iam_policy_document" "app" {
  statement {
    actions = [
      "ec2:DescribeInstances",
      "ec2:TerminateInstances",
      "sqs:*",
    ]
    resources = ["*"] # expect: aws-iam-changes-every-resource
  }
}

resource "aws_iam_role_policy" "app" {
  role = "app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "dynamodb:DeleteItem"
      Resource = "*" # expect: aws-iam-changes-every-resource
    }]
  })
}
