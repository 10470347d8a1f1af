resource "random_password" "queue" {
  length = 24
}

variable "api_token" {
  type      = string
  sensitive = true
}

resource "kubernetes_deployment_v1" "worker" {
  metadata {
    name = "worker"
  }

  spec {
    selector {
      match_labels = { app = "worker" }
    }

    template {
      metadata {
        labels = { app = "worker" }
      }

      spec {
        container {
          name  = "worker"
          image = "ghcr.io/acme/worker:1.4.0"
          args = [
            "--user=worker",
            "--password=${random_password.queue.result}", # expect: kubernetes-pod-argument-credential
            "--token",
            var.api_token, # expect: kubernetes-pod-argument-credential
          ]

          liveness_probe {
            exec {
              command = ["queue-ping", "-p", random_password.queue.result] # expect: kubernetes-pod-argument-credential
            }
          }
        }
      }
    }
  }
}
