resource "kubernetes_namespace" "shop" {
  metadata { name = "shop" }
}

provider "kubernetes" {
  host = data.aws_eks_cluster.main.endpoint
}

data "aws_eks_cluster" "main" {
  name = "far"
}
