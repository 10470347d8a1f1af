resource "aws_eks_cluster" "main" {
  name = "main"
}

resource "aws_eks_cluster" "other" {
  name = "other"
}

provider "flux" {
  kubernetes = {
    host = aws_eks_cluster.main.endpoint
  }
}

resource "flux_bootstrap_git" "this" {
  path = "clusters/main"
}
