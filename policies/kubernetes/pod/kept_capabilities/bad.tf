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
        container { # expect: kubernetes-pod-kept-capabilities
          name  = "web"
          image = "ghcr.io/acme/web:2.4.0"
        }

        container {
          name  = "proxy"
          image = "ghcr.io/acme/proxy:1.2.0"

          security_context {
            capabilities {
              drop = ["ALL"]
            }
          }
        }
      }
    }
  }
}
