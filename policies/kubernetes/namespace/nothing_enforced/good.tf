variable "labels" {
  type = map(string)
}

resource "kubernetes_namespace_v1" "shop" {
  metadata {
    name   = "shop"
    labels = var.labels
  }
}
