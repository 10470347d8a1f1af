resource "random_password" "db" {
  length = 24
}

resource "helm_release" "db" {
  name  = "db"
  chart = "postgresql"
  values = [yamlencode({ # expect: kubernetes-helm-values-credential
    auth = { password = random_password.db.result }
  })]
  set {
    name  = "auth.adminPassword"
    value = random_password.db.result # expect: kubernetes-helm-values-credential
  }
}
