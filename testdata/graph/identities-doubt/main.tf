# What one binding leaves open says nothing of whom another names.

variable "namespace" { type = string }
variable "account" { type = string }

resource "kubernetes_cluster_role" "watcher" {
  metadata { name = "watcher" }
  rule {
    api_groups = [""]
    resources  = ["nodes/proxy"]
    verbs      = ["get"]
  }
}

# Accounts that are declared nowhere here: the right is certain.
resource "kubernetes_cluster_role_binding" "watcher" {
  metadata { name = "watcher" }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = kubernetes_cluster_role.watcher.metadata[0].name
  }
  subject {
    kind      = "ServiceAccount"
    name      = "watcher"
    namespace = "monitoring"
  }
}

# An account of another name, somewhere.
resource "kubernetes_cluster_role_binding" "shipper" {
  metadata { name = "shipper" }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "view"
  }
  subject {
    kind      = "ServiceAccount"
    name      = "shipper"
    namespace = var.namespace
  }
}

# An account that no open binding names, and one that may be the one above.
resource "kubernetes_service_account" "cook" {
  metadata {
    name      = "cook"
    namespace = "kitchen"
  }
}

resource "kubernetes_service_account" "shipper" {
  metadata {
    name      = "shipper"
    namespace = "harbour"
  }
}
