resource "random_password" "db" {
  length = 24
}

resource "kubernetes_manifest" "job" {
  manifest = {
    apiVersion = "batch/v1"
    kind       = "Job"
    metadata   = { name = "load", namespace = "data" }
    spec = {
      template = {
        spec = {
          restartPolicy = "Never"
          containers = [{
            name  = "load"
            image = "load:1"
            env   = [{ name = "DB", value = random_password.db.result }] # expect: kubernetes-pod-environment-credential
          }]
        }
      }
    }
  }
}

variable "image" {
  type = string
}

# Which image it is does not say whether that is the name of a Secret.
resource "kubernetes_pod_v1" "login" {
  metadata {
    name = "login"
  }

  spec {
    container {
      name  = "login"
      image = var.image

      env {
        name  = "CLIENT_SECRET"
        value = "9f86d081884c7d659a2feaa0c55ad015" # expect: kubernetes-pod-environment-credential
      }
    }
  }
}
