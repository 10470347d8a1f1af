resource "random_password" "db" {
  length = 24
}

resource "kubernetes_config_map" "app" {
  metadata {
    name = "app"
  }
  data = {
    settings = "password=${random_password.db.result}" # expect: kubernetes-config-configmap-credential
  }
}
