resource "kubernetes_daemon_set_v1" "shares" {
  metadata {
    name      = "shares"
    namespace = "storage"
  }

  spec {
    selector {
      match_labels = {
        app = "shares"
      }
    }

    template {
      metadata {
        labels = {
          app = "shares"
        }
      }

      spec {
        container {
          name  = "shares"
          image = "ghcr.io/acme/shares:2.4.0"

          security_context {
            privileged = true
          }

          volume_mount {
            name              = "shares"
            mount_path        = "/shares"
            mount_propagation = "Bidirectional"
          }
        }

        volume { # expect: kubernetes-pod-storage-plugin
          name = "shares"

          host_path {
            path = "/var/lib/shares"
          }
        }
      }
    }
  }
}
