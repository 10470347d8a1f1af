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
