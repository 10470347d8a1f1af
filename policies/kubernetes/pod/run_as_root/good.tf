variable "run_as_user" {
  type = number
}

resource "kubernetes_pod_v1" "job" {
  metadata {
    name = "job"
  }

  spec {
    security_context {
      run_as_non_root = true
    }

    container {
      name  = "job"
      image = "ghcr.io/acme/job:1.2.0"
    }
  }
}

# Whoever runs this says which user it is.
resource "kubernetes_pod_v1" "tool" {
  metadata {
    name = "tool"
  }

  spec {
    container {
      name  = "tool"
      image = "ghcr.io/acme/tool:1.0.0"

      security_context {
        run_as_user = var.run_as_user
      }
    }
  }
}
