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

          volume_mount {
            name       = "etc"
            mount_path = "/host/etc"
          }
        }

        volume {
          name = "etc"

          host_path {
            path = "/etc" # expect: kubernetes-pod-sensitive-host-path
          }
        }
      }
    }
  }
}
