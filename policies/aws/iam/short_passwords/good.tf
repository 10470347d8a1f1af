variable "length" { # undecided: aws-iam-short-passwords
  type = number
}

resource "aws_iam_account_password_policy" "account" {
  minimum_password_length = 14
}

resource "aws_iam_account_password_policy" "either" {
  minimum_password_length = var.length
}
