# The label is given to another namespace.
resource "kubernetes_namespace_v1" "shop" {
  metadata { # expect: kubernetes-namespace-nothing-enforced
    name = "shop"
  }
}

resource "kubernetes_labels" "news" {
  api_version = "v1"
  kind        = "Namespace"
  metadata {
    name = "news"
  }
  labels = {
    "pod-security.kubernetes.io/enforce" = "restricted"
  }
}
