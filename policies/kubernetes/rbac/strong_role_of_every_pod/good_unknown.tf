variable "role" {
  type = string
}

# Which role it is is decided elsewhere.
resource "kubernetes_cluster_role_binding_v1" "pods" {
  metadata {
    name = "pods"
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = var.role
  }

  subject {
    kind      = "Group"
    api_group = "rbac.authorization.k8s.io"
    name      = "system:serviceaccounts"
  }
}
