resource "random_password" "db" {
  length = 24
}

resource "helm_release" "db" {
  name   = "db"
  chart  = "postgresql"
  values = [yamlencode({ auth = { existingSecret = "db" } })]
  set_sensitive {
    name  = "auth.adminPassword"
    value = random_password.db.result
  }
}
