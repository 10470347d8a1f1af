resource "aws_iam_role" "web" {
  name = "shop-web"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    condition {
      test     = "StringLike"
      variable = "${var.issuer}:sub"
      values   = ["system:serviceaccount:shop:web", "system:serviceaccount:shop:job-*"]
    }
  }
}

variable "issuer" {}

