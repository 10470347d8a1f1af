resource "aws_eks_cluster" "main" {
  name = "main"
}

resource "google_container_cluster" "east" {
  name = "east"
}

provider "kubernetes" {
  host = aws_eks_cluster.main.endpoint
}

provider "kubernetes" {
  alias = "east"
  host  = google_container_cluster.east.endpoint
}

module "m" {
  source = "./m"
  providers = {
    kubernetes = kubernetes.east
  }
}
