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

    ingress {
      from {
        pod_selector { # expect: kubernetes-network-unseen-peer
          match_labels = {
            app = "front"
          }
        }
      }
    }

    policy_types = ["Ingress"]
  }
}
