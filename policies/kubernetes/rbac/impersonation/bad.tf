resource "kubernetes_cluster_role_v1" "operator" {
  metadata {
    name = "operator"
  }

  rule {
    api_groups = [""]
    resources  = ["users"]
    verbs      = ["get", "impersonate"] # expect: kubernetes-rbac-impersonation
  }
}
