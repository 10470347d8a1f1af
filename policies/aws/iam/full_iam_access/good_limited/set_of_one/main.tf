variable "role" {
  type = string
}

# Perhaps one that may do nothing in IAM.
resource "aws_iam_role_policy_attachment" "given" {
  role       = var.role
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess" # undecided: aws-iam-full-iam-access
}

resource "aws_ssoadmin_permission_set_inline_policy" "no_iam" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-7223c6f5a0d5e2c1"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-7223c6f5a0d5e2c1/ps-2d4a6b8c0e1f3a5b"

  inline_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = { Effect = "Deny", Action = "iam:*", Resource = "*" }
  })
}
