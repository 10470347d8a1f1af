resource "aws_kms_key" "cluster" {
  description         = "Secrets of the shop's cluster"
  enable_key_rotation = true
}

resource "aws_eks_cluster" "shop" {
  name     = "shop-${var.environment}"
  role_arn = aws_iam_role.cluster.arn
  version  = "1.33"

  access_config {
    authentication_mode = "API"
  }

  vpc_config {
    subnet_ids              = aws_subnet.private[*].id
    endpoint_private_access = true
    endpoint_public_access  = var.cluster_public_endpoint
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = aws_kms_key.cluster.arn
    }
  }

  depends_on = [aws_iam_role_policy_attachment.cluster]
}

resource "aws_eks_node_group" "shop" {
  cluster_name    = aws_eks_cluster.shop.name
  node_group_name = "general"
  node_role_arn   = aws_iam_role.node.arn
  subnet_ids      = aws_subnet.private[*].id
  instance_types  = ["m7g.large"]

  scaling_config {
    min_size     = 2
    desired_size = 3
    max_size     = 6
  }

  depends_on = [aws_iam_role_policy_attachment.node]
}

# Lets pods sign in to AWS as the role that their service account names.
resource "aws_iam_openid_connect_provider" "cluster" {
  url            = aws_eks_cluster.shop.identity[0].oidc[0].issuer
  client_id_list = ["sts.amazonaws.com"]
}
