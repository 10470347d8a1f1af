resource "aws_iam_role" "web" {
  name = "shop-web"
}

resource "aws_eks_pod_identity_association" "web" {
  cluster_name    = "main"
  namespace       = "shop"
  service_account = "web"
  role_arn        = aws_iam_role.web.arn
}

