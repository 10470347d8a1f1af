resource "kubernetes_service_account_v1" "deployer" {
  metadata {
    name      = "deployer"
    namespace = "kube-system"
  }
}

resource "kubernetes_cluster_role_binding_v1" "deployer" {
  metadata {
    name = "deployer"
  }

  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "cluster-admin" # expect: kubernetes-rbac-idle-administrator
  }

  subject {
    kind      = "ServiceAccount"
    name      = kubernetes_service_account_v1.deployer.metadata[0].name
    namespace = "kube-system"
  }
}
