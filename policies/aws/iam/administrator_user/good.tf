# Nothing here lets anybody sign in as the user.
resource "aws_iam_user" "break_glass" {
  name = "break-glass"
}

resource "aws_iam_user_policy_attachment" "break_glass" {
  user       = aws_iam_user.break_glass.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# A key that is switched off.
resource "aws_iam_access_key" "break_glass" {
  user   = aws_iam_user.break_glass.name
  status = "Inactive"
}

# A second factor is asked for.
resource "aws_iam_user" "ada" {
  name = "ada"
}

resource "aws_iam_user_policy_attachment" "ada" {
  user       = aws_iam_user.ada.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_user_login_profile" "ada" {
  user = aws_iam_user.ada.name
}

resource "aws_iam_user_policy" "ada" {
  user = aws_iam_user.ada.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:EnableMFADevice", "iam:CreateVirtualMFADevice", "sts:GetSessionToken"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}

# Rights of a few services.
resource "aws_iam_user" "uploads" {
  name = "uploads"
}

resource "aws_iam_user_policy_attachment" "uploads" {
  user       = aws_iam_user.uploads.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_access_key" "uploads" {
  user = aws_iam_user.uploads.name
}

# The same by policies of a group.
resource "aws_iam_group" "people" {
  name = "people"
}

resource "aws_iam_group_policy_attachment" "people" {
  group      = aws_iam_group.people.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_group_policy" "people" {
  group = aws_iam_group.people.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:EnableMFADevice", "iam:CreateVirtualMFADevice", "sts:GetSessionToken"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}

resource "aws_iam_user" "grace" {
  name = "grace"
}

resource "aws_iam_group_membership" "people" {
  name  = "people"
  group = aws_iam_group.people.name
  users = [aws_iam_user.grace.name]
}

resource "aws_iam_user_login_profile" "grace" {
  user = aws_iam_user.grace.name
}

resource "aws_iam_policy" "second_factor" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:EnableMFADevice", "iam:CreateVirtualMFADevice", "sts:GetSessionToken"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}

resource "aws_iam_user" "joan" {
  name = "joan"
}

resource "aws_iam_user_policy_attachment" "joan" {
  user       = aws_iam_user.joan.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_user_policy_attachment" "joan_second_factor" {
  user       = aws_iam_user.joan.name
  policy_arn = aws_iam_policy.second_factor.arn
}

resource "aws_iam_access_key" "joan" {
  user = aws_iam_user.joan.name
}
