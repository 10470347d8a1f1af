variable "required" { # undecided: aws-iam-password-without-uppercase
  type = bool
}

resource "aws_iam_account_password_policy" "account" {
  minimum_password_length      = 16
  require_uppercase_characters = true
}

resource "aws_iam_account_password_policy" "either" {
  minimum_password_length      = 16
  require_uppercase_characters = var.required
}
