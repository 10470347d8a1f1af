# The label is given by a resource of its own.
resource "kubernetes_namespace_v1" "shop" {
  metadata {
    name = "shop"
  }
}

resource "kubernetes_labels" "shop" {
  api_version = "v1"
  kind        = "Namespace"
  metadata {
    name = kubernetes_namespace_v1.shop.metadata[0].name
  }
  labels = {
    "pod-security.kubernetes.io/enforce" = "restricted"
  }
}
