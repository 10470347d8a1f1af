resource "kubernetes_namespace" "shop" {
  metadata { name = "shop" }
}

provider "kubernetes" {
  host = module.eks.cluster_endpoint
}

module "eks" {
  source = "example.com/eks/aws"
}
