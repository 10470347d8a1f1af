variable "level" {
  type = string
}

resource "kubernetes_namespace_v1" "agents" {
  metadata {
    name = "agents"

    labels = {
      "pod-security.kubernetes.io/enforce" = var.level
    }
  }
}

resource "kubernetes_daemon_set_v1" "agent" {
  metadata {
    name      = "agent"
    namespace = "agents"
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
        host_network = true

        container {
          name  = "agent"
          image = "ghcr.io/acme/agent:1.0.0"
        }
      }
    }
  }
}
