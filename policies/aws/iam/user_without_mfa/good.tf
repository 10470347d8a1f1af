resource "aws_iam_user" "ada" {
  name = "ada"
}

resource "aws_iam_user_login_profile" "ada" {
  user = aws_iam_user.ada.name
}

resource "aws_iam_group" "people" {
  name = "people"
}

resource "aws_iam_user_group_membership" "ada" {
  user   = aws_iam_user.ada.name
  groups = [aws_iam_group.people.name]
}

resource "aws_iam_group_policy" "people" {
  group = aws_iam_group.people.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:EnableMFADevice", "sts:GetSessionToken"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}

# A program has no password.
resource "aws_iam_user" "robot" {
  name = "robot"
}

resource "aws_iam_user" "grace" {
  name = "grace"
}

resource "aws_iam_user_login_profile" "grace" {
  user = aws_iam_user.grace.name
}

resource "aws_iam_user_policy" "grace" {
  user = aws_iam_user.grace.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Deny"
      NotAction = ["iam:EnableMFADevice", "sts:GetSessionToken"]
      Resource  = "*"
      Condition = { NumericGreaterThanIfExists = { "aws:MultiFactorAuthAge" = "3600" } }
    }
  })
}

resource "aws_iam_user" "joan" {
  name = "joan"
}

resource "aws_iam_user_login_profile" "joan" {
  user = aws_iam_user.joan.name
}

resource "aws_iam_policy" "second_factor" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:EnableMFADevice", "sts:GetSessionToken"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}

resource "aws_iam_user_policy_attachment" "joan" {
  user       = aws_iam_user.joan.name
  policy_arn = aws_iam_policy.second_factor.arn
}
