resource "aws_iam_account_password_policy" "account" { # expect: aws-iam-password-reuse
  minimum_password_length = 16
}

resource "aws_iam_account_password_policy" "other" {
  password_reuse_prevention = 5 # expect: aws-iam-password-reuse
}
