resource "aws_iam_account_password_policy" "account" { # expect: aws-iam-password-age
  minimum_password_length = 16
}

resource "aws_iam_account_password_policy" "other" {
  max_password_age = 365 # expect: aws-iam-password-age
}
