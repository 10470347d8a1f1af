resource "aws_iam_role" "web" {
  name = "shop-web"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    condition {
      test     = "StringEquals"
      variable = "${var.issuer}:sub"
      values   = ["system:serviceaccount:shop:web", "system:serviceaccount:far:*", "repo:a/b:*", "system:serviceaccount:${var.issuer}:a"]
    }
  }
}

variable "issuer" {}

resource "aws_iam_role" "denied" {
  name = "denied"
  assume_role_policy = data.aws_iam_policy_document.not.json
}

data "aws_iam_policy_document" "not" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    condition {
      test     = "StringNotEquals"
      variable = "${var.issuer}:sub"
      values   = ["system:serviceaccount:shop:other"]
    }
  }
}

