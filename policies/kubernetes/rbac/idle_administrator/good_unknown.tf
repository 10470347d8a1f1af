variable "account" {
  type = string
}

resource "kubernetes_service_account_v1" "deployer" {
  metadata {
    name      = "deployer"
    namespace = "ci"
  }
}

resource "kubernetes_cluster_role_binding_v1" "deployer" {
  metadata {
    name = "deployer"
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "cluster-admin"
  }

  subject {
    kind      = "ServiceAccount"
    name      = kubernetes_service_account_v1.deployer.metadata[0].name
    namespace = "ci"
  }
}

# It may run as this account.
resource "kubernetes_pod_v1" "runner" {
  metadata {
    name      = "runner"
    namespace = "ci"
  }

  spec {
    service_account_name = var.account

    container {
      name  = "runner"
      image = "registry.example.com/runner:1.4.0"
    }
  }
}
