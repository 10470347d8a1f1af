resource "kubernetes_deployment_v1" "web" {
  metadata {
    name = "web"
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
          image = "ghcr.io/acme/app:2.4.0"

          resources { # expect: kubernetes-pod-cpu-request-from-limit
            limits = {
              cpu = "2"
            }
          }
        }
      }
    }
  }
}
