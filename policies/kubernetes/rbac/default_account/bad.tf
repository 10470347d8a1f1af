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
    name      = "default" # expect: kubernetes-rbac-default-account
    namespace = "shop"
  }
}

variable "tenant" {
  type = string
}

resource "kubernetes_role_binding_v1" "tenant" {
  metadata {
    name      = "tenant"
    namespace = "shop"
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = "reader-${var.tenant}"
  }

  subject {
    kind      = "ServiceAccount"
    name      = "default" # expect: kubernetes-rbac-default-account
    namespace = "shop"
  }
}
