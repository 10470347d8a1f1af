resource "aws_eks_cluster" "main" {
  name = "main"
}

resource "aws_eks_cluster" "other" {
  name = "other"
}

resource "kubernetes_pod" "web" {
  metadata { name = "web" }
  spec {
    container {
      name  = "web"
      image = "web:1"
    }
  }
}
