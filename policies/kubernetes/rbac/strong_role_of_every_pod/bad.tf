resource "kubernetes_cluster_role_binding_v1" "tools" {
  metadata {
    name = "tools"
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "cluster-admin"
  }

  subject {
    kind      = "Group"
    api_group = "rbac.authorization.k8s.io"
    name      = "system:serviceaccounts:tools" # expect: kubernetes-rbac-strong-role-of-every-pod
  }
}
