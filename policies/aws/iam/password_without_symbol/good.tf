variable "required" { # undecided: aws-iam-password-without-symbol
  type = bool
}

resource "aws_iam_account_password_policy" "account" {
  minimum_password_length = 16
  require_symbols         = true
}

resource "aws_iam_account_password_policy" "either" {
  minimum_password_length = 16
  require_symbols         = var.required
}
