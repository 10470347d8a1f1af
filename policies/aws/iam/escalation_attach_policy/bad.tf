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
        "iam:AttachGroupPolicy", # expect: aws-iam-escalation-attach-policy
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
    actions   = ["iam:AttachUserPolicy"] # expect: aws-iam-escalation-attach-policy
    resources = ["arn:aws:iam::123456789012:user/*"]
  }
}

output "handed_out" {
  value = data.aws_iam_policy_document.handed_out.json
}

# A role cannot be given a policy this way, but every user can, whoever they are.
resource "aws_iam_role" "helpdesk" {
  name = "helpdesk"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "helpdesk" {
  role = aws_iam_role.helpdesk.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:AttachUserPolicy" # expect: aws-iam-escalation-attach-policy
      Resource = "arn:aws:iam::*:user/*"
    }]
  })
}
