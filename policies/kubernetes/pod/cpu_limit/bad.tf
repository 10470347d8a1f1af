variable "limits" {
  type = map(string)
  default = { # expect: kubernetes-pod-cpu-limit
    memory = "256Mi"
  }
}

resource "kubernetes_deployment_v1" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
  }

  spec {
    selector {
      match_labels = {
        app = "web"
      }
    }

    template {
      metadata {
        labels = {
          app = "web"
        }
      }

      spec {
        container {
          name  = "web"
          image = "ghcr.io/acme/web:2.4.0"

          resources {
            limits = var.limits
          }
        }
      }
    }
  }
}
