variable "role" {
  type = string
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

resource "kubernetes_role_v1" "write" {
  metadata {
    name      = var.role
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
    name      = "reader" # undecided: kubernetes-rbac-missing-role
  }

  subject {
    kind      = "ServiceAccount"
    name      = "cart"
    namespace = "shop"
  }
}

resource "kubernetes_role_binding_v1" "pay" {
  metadata {
    name      = "pay"
    namespace = "shop"
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = kubernetes_role_v1.read.metadata[0].name
  }

  subject {
    kind      = "ServiceAccount"
    name      = "cart"
    namespace = "shop"
  }
}
