resource "kubernetes_service_account_v1" "ci" {
  metadata {
    name      = "ci"
    namespace = "ci"
  }
}

resource "kubernetes_cluster_role_binding_v1" "ci" {
  metadata {
    name = "ci"
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "cluster-admin" # expect: kubernetes-rbac-cluster-admin-binding
  }

  subject {
    kind      = "ServiceAccount"
    name      = kubernetes_service_account_v1.ci.metadata[0].name
    namespace = kubernetes_service_account_v1.ci.metadata[0].namespace
  }
}
