resource "kubernetes_daemon_set_v1" "overlay" {
  metadata {
    name      = "overlay"
    namespace = "kube-system"
  }

  spec {
    selector {
      match_labels = {
        app = "overlay"
      }
    }

    template {
      metadata {
        labels = {
          app = "overlay"
        }
      }

      spec {
        host_network = true

        init_container {
          name  = "install"
          image = "ghcr.io/acme/overlay:2.4.0"

          volume_mount {
            name       = "plugins"
            mount_path = "/host/plugins"
            read_only  = false
          }
        }

        container {
          name  = "agent"
          image = "ghcr.io/acme/overlay:2.4.0"
        }

        volume {
          name = "plugins"

          host_path {
            path = "/usr/libexec/cni" # expect: kubernetes-pod-network-plugin
          }
        }
      }
    }
  }
}
