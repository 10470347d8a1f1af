variable "policy" {
  type = string
}

resource "aws_iam_group" "team" {
  name = "team"
}

resource "aws_iam_group_policy_attachment" "team" {
  group      = aws_iam_group.team.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_group_policy_attachment" "unknown" {
  group      = aws_iam_group.team.name
  policy_arn = var.policy
}

# The user is made elsewhere.
resource "aws_iam_user_policy_attachment" "elsewhere" {
  user       = "audit"
  policy_arn = "arn:aws:iam::aws:policy/SecurityAudit"
}

resource "aws_iam_role" "reader" {
  name               = "reader"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}

resource "aws_iam_role_policy_attachments_exclusive" "reader" {
  role_name   = aws_iam_role.reader.name
  policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
}

# Of a role that is made elsewhere.
resource "aws_iam_role_policy_attachments_exclusive" "other" {
  role_name   = "other"
  policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
}
