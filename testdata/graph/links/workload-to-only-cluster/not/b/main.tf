# Said, but not known.
variable "host" {}

provider "kubernetes" {
  host = var.host
}

resource "aws_eks_cluster" "third" {
  name = "third"
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
