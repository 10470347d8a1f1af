resource "kubernetes_network_policy_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    pod_selector { # expect: kubernetes-network-unseen-pods
      match_labels = {
        app = "cart"
      }
    }

    ingress {}

    policy_types = ["Ingress"]
  }
}
