resource "kubernetes_cluster_role_v1" "operator" {
  metadata {
    name = "operator"
  }

  rule {
    api_groups = [""]
    resources  = ["nodes/proxy"] # expect: kubernetes-rbac-node-proxy
    verbs      = ["get", "create"]
  }
}
