resource "aws_iam_role" "reports" {
  name = "reports"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "reports" {
  name = "reports"
  role = aws_iam_role.reports.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      NotAction = ["organizations:*", "account:*"] # expect: aws-iam-administrator-by-not-action
      Resource  = "*"
    }]
  })
}

resource "aws_iam_user" "builder" {
  name = "builder"
}

data "aws_iam_policy_document" "builder" {
  statement {
    not_actions = ["ec2:TerminateInstances"] # expect: aws-iam-administrator-by-not-action
    resources   = ["*"]
  }
}

resource "aws_iam_user_policy" "builder" {
  user   = aws_iam_user.builder.name
  policy = data.aws_iam_policy_document.builder.json
}
