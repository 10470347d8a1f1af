resource "aws_eks_cluster" "main" {
  name = "main"
}

resource "helm_release" "web" {
  name  = "web"
  chart = "web"
}

provider "helm" {
  kubernetes {
    host = "https://example.com"
    exec {
      args = ["eks", "get-token", "--cluster-name", "other"]
    }
  }
}

