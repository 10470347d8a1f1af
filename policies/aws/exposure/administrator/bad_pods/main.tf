resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::111122223333:role/cluster"

  vpc_config {
    subnet_ids = ["subnet-0a", "subnet-0b"]
  }
}

resource "aws_iam_openid_connect_provider" "main" {
  url            = aws_eks_cluster.main.identity[0].oidc[0].issuer
  client_id_list = ["sts.amazonaws.com"]
}

# Named by an annotation of the service account.
data "aws_iam_policy_document" "billing_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.main.arn]
    }

    condition {
      test     = "StringLike"
      variable = "${replace(aws_eks_cluster.main.identity[0].oidc[0].issuer, "https://", "")}:sub"
      values   = ["system:serviceaccount:web:bill*"]
    }
  }
}

resource "aws_iam_role" "billing" {
  name               = "billing"
  assume_role_policy = data.aws_iam_policy_document.billing_trust.json
}

resource "aws_iam_role_policy" "billing" {
  role = aws_iam_role.billing.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "*" # expect: aws-exposure-administrator
      Resource = "*"
    }]
  })
}

# Given by an association of EKS.
data "aws_iam_policy_document" "pods" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "search" {
  name               = "search"
  assume_role_policy = data.aws_iam_policy_document.pods.json
}

resource "aws_iam_role_policy_attachment" "search" {
  role       = aws_iam_role.search.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # expect: aws-exposure-administrator
}

resource "aws_eks_pod_identity_association" "search" {
  cluster_name    = aws_eks_cluster.main.name
  namespace       = "web"
  service_account = "search"
  role_arn        = aws_iam_role.search.arn
}
