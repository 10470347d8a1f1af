data "aws_iam_policy_document" "admin" {
  statement {
    actions   = ["*"] # expect: aws-iam-wildcard-action
    resources = ["*"]
  }
}

resource "aws_iam_group" "admins" {
  name = "admins"
}

resource "aws_iam_group_policy" "admins" {
  name   = "admins"
  group  = aws_iam_group.admins.name
  policy = data.aws_iam_policy_document.admin.json
}

# Handed out of this configuration.
data "aws_iam_policy_document" "operator" {
  statement {
    sid       = "Operate"
    effect    = "Allow"
    actions   = ["ec2:*", "*"] # expect: aws-iam-wildcard-action
    resources = ["*"]
  }
}

output "operator_policy" {
  value = data.aws_iam_policy_document.operator.json
}

data "aws_iam_policy_document" "permissions" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]

  statement {
    sid       = "Logs"
    actions   = ["logs:*"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "base" {
  statement {
    sid       = "Base"
    actions   = ["*"] # expect: aws-iam-wildcard-action
    resources = ["*"]
  }
}

resource "aws_ssoadmin_permission_set_inline_policy" "developers" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-7223c6f5a0d5e2c1"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-7223c6f5a0d5e2c1/ps-2d4a6b8c0e1f3a5b"
  inline_policy      = data.aws_iam_policy_document.permissions.json
}
