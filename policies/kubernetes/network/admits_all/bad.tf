resource "kubernetes_network_policy_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    pod_selector {
      match_labels = {
        app = "cart"
      }
    }

    ingress {} # expect: kubernetes-network-admits-all

    policy_types = ["Ingress"]
  }
}
