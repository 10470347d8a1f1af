locals {
  resources = {
    requests = { memory = "128Mi", cpu = "100m" }
    limits   = { cpu = "1" } # expect: kubernetes-pod-memory-limit
  }
}

resource "kubernetes_deployment" "api" {
  metadata {
    name      = "api"
    namespace = "shop"
  }

  spec {
    selector {
      match_labels = {
        app = "api"
      }
    }

    template {
      metadata {
        labels = {
          app = "api"
        }
      }

      spec {
        container {
          name  = "api"
          image = "ghcr.io/acme/api:2.1.0"

          resources {
            limits   = local.resources.limits
            requests = local.resources.requests
          }
        }

        container {
          name  = "cache"
          image = "redis:7.4.1"

          resources {
            limits = {
              memory = "64Mi"
            }
          }
        }

        container { # expect: kubernetes-pod-memory-limit
          name  = "proxy"
          image = "envoyproxy/envoy:v1.32.1"
        }
      }
    }
  }
}
