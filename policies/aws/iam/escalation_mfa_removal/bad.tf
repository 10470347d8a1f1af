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
        "iam:DeactivateMFADevice", # expect: aws-iam-escalation-mfa-removal
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
    actions   = ["iam:DeactivateMFADevice"] # expect: aws-iam-escalation-mfa-removal
    resources = ["arn:aws:iam::123456789012:user/*"]
  }
}

output "handed_out" {
  value = data.aws_iam_policy_document.handed_out.json
}
