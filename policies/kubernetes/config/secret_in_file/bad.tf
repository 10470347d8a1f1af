variable "api_token" {
  default = "hunter-22-from-a-default" # expect: kubernetes-config-secret-in-file
}

resource "kubernetes_secret_v1" "api" {
  metadata {
    name      = "api"
    namespace = "shop"
  }

  data = {
    token = var.api_token
  }
}
