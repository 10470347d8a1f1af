resource "aws_iam_account_password_policy" "account" { # expect: aws-iam-password-without-lowercase
  minimum_password_length = 16
}

resource "aws_iam_account_password_policy" "other" {
  minimum_password_length      = 16
  require_lowercase_characters = false # expect: aws-iam-password-without-lowercase
}
