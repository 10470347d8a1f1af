# A person who keeps pipelines running, with more than that takes.
resource "aws_iam_user" "operator" {
  name = "operator"
}

resource "aws_iam_policy" "operate" {
  name = "operate"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = [
        "iam:ListRoles",
        "ssm:GetParameter", # expect: aws-iam-reads-every-parameter
      ]
      Resource = "*"
    }]
  })
}

resource "aws_iam_user_policy_attachment" "operator" {
  user       = aws_iam_user.operator.name
  policy_arn = aws_iam_policy.operate.arn
}

# Nobody here has it; whoever is given it gets the same.
data "aws_iam_policy_document" "handed_out" {
  statement {
    actions   = ["ssm:GetParametersByPath"] # expect: aws-iam-reads-every-parameter
    resources = ["arn:aws:ssm::123456789012:*"]
  }
}

output "handed_out" {
  value = data.aws_iam_policy_document.handed_out.json
}

# A policy of AWS.
resource "aws_iam_group" "support" {
  name = "support"
}

resource "aws_iam_group_policy_attachment" "support" {
  group      = aws_iam_group.support.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMFullAccess" # expect: aws-iam-reads-every-parameter
}
