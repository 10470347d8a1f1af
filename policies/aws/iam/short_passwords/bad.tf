resource "aws_iam_account_password_policy" "account" { # expect: aws-iam-short-passwords
  require_numbers = true
}

resource "aws_iam_account_password_policy" "other" {
  minimum_password_length = 8 # expect: aws-iam-short-passwords
}
