variable "required" { # undecided: aws-iam-password-without-number
  type = bool
}

resource "aws_iam_account_password_policy" "account" {
  minimum_password_length = 16
  require_numbers         = true
}

resource "aws_iam_account_password_policy" "either" {
  minimum_password_length = 16
  require_numbers         = var.required
}
