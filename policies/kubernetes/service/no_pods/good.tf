variable "labels" {
  type = map(string)
}

resource "kubernetes_service_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    selector = { # undecided: kubernetes-service-no-pods
      app = "cart"
    }

    port {
      port = 80
    }
  }
}

resource "kubernetes_deployment_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    selector {
      match_labels = {
        app = "cart"
      }
    }

    template {
      metadata {
        labels = var.labels
      }

      spec {
        container {
          name  = "cart"
          image = "ghcr.io/acme/cart:1.0.0"
        }
      }
    }
  }
}
