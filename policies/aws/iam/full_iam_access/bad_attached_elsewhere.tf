# The roles are made elsewhere: whoever has the policy has the rights.

resource "aws_iam_policy" "named" {
  name = "named"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:*" # expect: aws-iam-full-iam-access
      Resource = "*"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "named" {
  role       = "deploy"
  policy_arn = aws_iam_policy.named.arn
}

resource "aws_iam_policy" "given" {
  name = "given"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:*" # expect: aws-iam-full-iam-access
      Resource = "*"
    }]
  })
}

module "role" {
  source = "example/role/aws"
}

resource "aws_iam_role_policy_attachment" "given" {
  role       = module.role.name
  policy_arn = aws_iam_policy.given.arn
}
