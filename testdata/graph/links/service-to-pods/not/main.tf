variable "label" {}

resource "kubernetes_service" "web" {
  metadata { name = "web" }
  spec { selector = { app = "web" } }
}

resource "kubernetes_service" "unknown" {
  metadata { name = "unknown" }
  spec { selector = { app = var.label } }
}

resource "kubernetes_deployment" "web" {
  metadata { name = "web" }
  spec {
    template {
      metadata { labels = { app = var.label } }
      spec {
        container {
          name  = "web"
          image = "web"
        }
      }
    }
  }
}
