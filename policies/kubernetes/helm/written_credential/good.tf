variable "password" {
  type      = string
  sensitive = true
}

resource "random_password" "database" {
  length = 24
}

resource "helm_release" "database" {
  name  = "database"
  chart = "postgresql"

  set {
    name  = "auth.postgresPassword"
    value = random_password.database.result
  }

  set {
    name  = "auth.replicationPassword"
    value = var.password
  }

  set {
    name  = "auth.existingSecret"
    value = "database"
  }
}
