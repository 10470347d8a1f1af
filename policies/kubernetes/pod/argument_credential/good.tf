resource "random_password" "queue" {
  length = 24
}

resource "random_pet" "queue" {
}

variable "user" {
  type      = string
  sensitive = true
}

resource "kubernetes_secret_v1" "queue" {
  metadata {
    name = "queue"
  }

  data = { password = random_password.queue.result }
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
          name    = "worker"
          image   = "ghcr.io/acme/worker:1.4.0"
          command = ["worker", "--queue=${random_pet.queue.id}", "--username=${var.user}", "--user", var.user]
          args    = ["--password-file=/run/secrets/${kubernetes_secret_v1.queue.metadata[0].name}"]
        }
      }
    }
  }
}
