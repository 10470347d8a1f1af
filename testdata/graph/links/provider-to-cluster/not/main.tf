resource "aws_eks_cluster" "main" {
  name = "main"
}

resource "aws_eks_cluster" "other" {
  name = "other"
}

resource "kubernetes_namespace" "shop" {
  metadata { name = "shop" }
}

variable "first" {}

provider "kubernetes" {
  host = var.first ? aws_eks_cluster.main.endpoint : aws_eks_cluster.other.endpoint
}

