variable "privileged" {
  type    = bool
  default = true # expect: kubernetes-pod-privileged
}

resource "kubernetes_daemon_set_v1" "agent" {
  metadata {
    name      = "agent"
    namespace = "monitoring"
  }

  spec {
    selector {
      match_labels = {
        app = "agent"
      }
    }

    template {
      metadata {
        labels = {
          app = "agent"
        }
      }

      spec {
        init_container {
          name  = "sysctl"
          image = "busybox:1.36.1"

          security_context {
            privileged = "true" # expect: kubernetes-pod-privileged
          }
        }

        container {
          name  = "agent"
          image = "ghcr.io/acme/agent:5.2.0"

          security_context {
            privileged = var.privileged
          }
        }

        container {
          name  = "proxy"
          image = "envoyproxy/envoy:v1.32.1"
        }
      }
    }
  }
}

resource "kubernetes_manifest" "rollout" {
  manifest = {
    apiVersion = "argoproj.io/v1alpha1"
    kind       = "Rollout"
    metadata = {
      name      = "gateway"
      namespace = "web"
    }
    spec = {
      template = {
        spec = {
          containers = [{
            name  = "gateway"
            image = "ghcr.io/acme/gateway:1.18.2"
            securityContext = {
              privileged = true # expect: kubernetes-pod-privileged
            }
          }]
        }
      }
    }
  }
}
