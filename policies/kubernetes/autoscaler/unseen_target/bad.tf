resource "kubernetes_horizontal_pod_autoscaler_v2" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    min_replicas = 2
    max_replicas = 6

    scale_target_ref {
      api_version = "apps/v1"
      kind        = "StatefulSet"
      name        = "cart" # expect: kubernetes-autoscaler-unseen-target
    }
  }
}
