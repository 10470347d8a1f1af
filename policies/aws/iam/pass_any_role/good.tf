variable "roles" {
  type = list(string)
}

# Roles of a name, to one service.
resource "aws_iam_policy" "some" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "lambda:*", Resource = "*" },
      { Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::*:role/app-*" },
    ]
  })
}

# All roles, and nothing to be run with them.
resource "aws_iam_policy" "nothing" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["lambda:GetFunction", "iam:PassRole"], Resource = "*" },
    ]
  })
}

# Which roles cannot be told.
resource "aws_iam_policy" "unknown" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "lambda:*", Resource = "*" },
      { Effect = "Allow", Action = "iam:PassRole", Resource = var.roles },
    ]
  })
}

# Roles that carry a tag.
data "aws_iam_policy_document" "tagged" {
  statement {
    actions   = ["lambda:*", "iam:PassRole"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/team"
      values   = ["shop"]
    }
  }
}

resource "aws_iam_policy" "tagged" {
  policy = data.aws_iam_policy_document.tagged.json
}
