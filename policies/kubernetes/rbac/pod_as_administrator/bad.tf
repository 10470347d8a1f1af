resource "kubernetes_service_account_v1" "runner" {
  metadata {
    name      = "runner"
    namespace = "ci"
  }
}

resource "kubernetes_cluster_role_binding_v1" "runner" {
  metadata {
    name = "runner"
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "cluster-admin" # expect: kubernetes-rbac-pod-as-administrator
  }

  subject {
    kind      = "ServiceAccount"
    name      = "runner"
    namespace = "ci"
  }
}

resource "kubernetes_pod_v1" "runner" {
  metadata {
    name      = "runner"
    namespace = "ci"
  }

  spec {
    service_account_name = "runner"

    container {
      name  = "runner"
      image = "registry.example.com/runner:3.1.0"
    }
  }
}
