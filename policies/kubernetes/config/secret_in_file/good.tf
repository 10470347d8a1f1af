variable "api_token" {
  type      = string
  sensitive = true
}

resource "random_password" "api" {
  length = 32
}

# Neither stands in a file.
resource "kubernetes_secret_v1" "api" {
  metadata {
    name      = "api"
    namespace = "shop"
  }

  data = {
    token    = var.api_token
    password = random_password.api.result
  }
}
