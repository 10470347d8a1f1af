variable "namespace" {}
variable "other" {}

resource "kubernetes_service" "web" {
  metadata {
    name      = "web"
    namespace = var.namespace
  }
  spec { selector = { app = "web" } }
}

resource "kubernetes_deployment" "web" {
  metadata {
    name      = "web"
    namespace = var.other
  }
  spec {
    template {
      metadata { labels = { app = "web" } }
      spec {
        container {
          name  = "web"
          image = "web"
        }
      }
    }
  }
}

resource "kubernetes_deployment" "default" {
  metadata { name = "default" }
  spec {
    template {
      metadata { labels = { app = "web" } }
      spec {
        container {
          name  = "web"
          image = "web"
        }
      }
    }
  }
}
