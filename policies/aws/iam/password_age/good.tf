variable "age" { # undecided: aws-iam-password-age
  type = number
}

resource "aws_iam_account_password_policy" "account" {
  max_password_age = 90
}

resource "aws_iam_account_password_policy" "either" {
  max_password_age = var.age
}
