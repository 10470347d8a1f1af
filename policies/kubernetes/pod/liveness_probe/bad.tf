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
        container { # expect: kubernetes-pod-liveness-probe
          name  = "web"
          image = "ghcr.io/acme/web:2.4.0"
        }

        container {
          name  = "proxy"
          image = "ghcr.io/acme/proxy:1.2.0"

          liveness_probe {
            tcp_socket {
              port = 8080
            }
          }
        }
      }
    }
  }
}
