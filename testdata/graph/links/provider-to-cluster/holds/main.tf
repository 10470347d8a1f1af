resource "aws_eks_cluster" "main" {
  name = "main"
}

resource "kubernetes_namespace" "shop" {
  metadata { name = "shop" }
}

provider "kubernetes" {
  host = aws_eks_cluster.main.endpoint
}

