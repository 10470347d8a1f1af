variable "policy" { # undecided: aws-iam-administrator-policy-lookup
  type = string
}

data "aws_iam_policy" "reader" {
  name = "ReadOnlyAccess"
}

data "aws_iam_policy" "either" {
  name = var.policy
}
