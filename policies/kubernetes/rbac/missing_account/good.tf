variable "name" {
  type = string
}

resource "kubernetes_service_account_v1" "web" {
  metadata {
    name      = var.name
    namespace = "shop"
  }
}

resource "kubernetes_service_account_v1" "pay" {
  metadata {
    name      = "pay"
    namespace = "shop"
  }
}

resource "kubernetes_role_v1" "read" {
  metadata {
    name      = "read"
    namespace = "shop"
  }

  rule {
    api_groups = [""]
    resources  = ["configmaps"]
    verbs      = ["get"]
  }
}

resource "kubernetes_role_binding_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = "read"
  }

  subject {
    kind      = "ServiceAccount"
    name      = "cart" # undecided: kubernetes-rbac-missing-account
    namespace = "shop"
  }
}
