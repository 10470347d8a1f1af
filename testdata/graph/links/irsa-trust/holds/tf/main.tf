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


# There may be one or none.
variable "enabled" {}

data "aws_iam_policy_document" "perhaps" {
  count = var.enabled ? 1 : 0

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    condition {
      test     = "StringEquals"
      variable = "${var.issuer}:sub"
      values   = ["system:serviceaccount:shop:web"]
    }
  }
}

resource "aws_iam_role" "perhaps" {
  count              = var.enabled ? 1 : 0
  name               = "perhaps"
  assume_role_policy = data.aws_iam_policy_document.perhaps[0].json
}
