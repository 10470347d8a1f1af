variable "remembered" { # undecided: aws-iam-password-reuse
  type = number
}

resource "aws_iam_account_password_policy" "account" {
  password_reuse_prevention = 24
}

resource "aws_iam_account_password_policy" "either" {
  password_reuse_prevention = var.remembered
}
