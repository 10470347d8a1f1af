variable "port_name" {
  type = string
}

resource "kubernetes_service_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    selector = {
      app = "cart"
    }

    port {
      port        = 80
      target_port = "http" # undecided: kubernetes-service-target-port
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
        labels = {
          app = "cart"
        }
      }

      spec {
        container {
          name  = "cart"
          image = "ghcr.io/acme/cart:1.0.0"

          port {
            name           = var.port_name
            container_port = 8080
          }
        }
      }
    }
  }
}
