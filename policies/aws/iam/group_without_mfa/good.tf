variable "policy" {
  type = string
}

resource "aws_iam_group" "developers" {
  name = "developers"
}

data "aws_iam_policy_document" "second_factor" {
  statement {
    effect      = "Deny"
    not_actions = ["iam:EnableMFADevice", "iam:ListMFADevices", "sts:GetSessionToken"]
    resources   = ["*"]

    condition {
      test     = "BoolIfExists"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["false"]
    }
  }
}

resource "aws_iam_policy" "second_factor" {
  name   = "second-factor"
  policy = data.aws_iam_policy_document.second_factor.json
}

resource "aws_iam_group_policy_attachment" "developers" {
  group      = aws_iam_group.developers.name
  policy_arn = aws_iam_policy.second_factor.arn
}

# What is attached may ask for it.
resource "aws_iam_group" "others" { # undecided: aws-iam-group-without-mfa
  name = "others"
}

resource "aws_iam_group_policy_attachment" "others" {
  group      = aws_iam_group.others.name
  policy_arn = var.policy
}

resource "aws_iam_group" "operators" {
  name = "operators"
}

resource "aws_iam_group_policy" "operators" {
  group = aws_iam_group.operators.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Deny"
      NotAction = ["iam:EnableMFADevice", "sts:GetSessionToken"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }
  })
}
