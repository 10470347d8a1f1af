resource "kubernetes_role_binding_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "cart" # expect: kubernetes-rbac-unseen-role
  }

  subject {
    kind      = "ServiceAccount"
    name      = "cart"
    namespace = "shop"
  }
}
