resource "random_password" "db" {
  length = 24
}

resource "helm_release" "db" {
  name  = "db"
  chart = "postgresql"
  values = [yamlencode({
    auth = { password = random_password.db.result } # expect: kubernetes-helm-values-credential
  })]
  set {
    name  = "auth.adminPassword"
    value = random_password.db.result # expect: kubernetes-helm-values-credential
  }
}
