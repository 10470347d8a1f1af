variable "most" {
  type = number
}

resource "kubernetes_horizontal_pod_autoscaler_v2" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    min_replicas = 3
    max_replicas = var.most

    scale_target_ref {
      api_version = "apps/v1"
      kind        = "Deployment"
      name        = "cart"
    }
  }
}
