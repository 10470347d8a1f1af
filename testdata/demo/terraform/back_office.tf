# What the back office may do; its service account names this role.
data "aws_iam_policy_document" "back_office_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.cluster.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${replace(aws_eks_cluster.shop.identity[0].oidc[0].issuer, "https://", "")}:sub"
      values   = ["system:serviceaccount:shop:back-office"]
    }
  }
}

resource "aws_iam_role" "back_office" {
  name               = "shop-back-office"
  assume_role_policy = data.aws_iam_policy_document.back_office_trust.json
}

# Nobody has had the time to list what it needs.
resource "aws_iam_role_policy_attachment" "back_office" {
  role       = aws_iam_role.back_office.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
