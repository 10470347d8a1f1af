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
    name      = "reader" # expect: kubernetes-rbac-missing-role
  }

  subject {
    kind      = "ServiceAccount"
    name      = "cart"
    namespace = "shop"
  }
}
