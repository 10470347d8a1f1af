resource "helm_release" "database" {
  name  = "database"
  chart = "postgresql"

  set {
    name  = "auth.postgresPassword"
    value = "b8Kq2Zr7Lw9X" # expect: kubernetes-helm-written-credential
  }
}
