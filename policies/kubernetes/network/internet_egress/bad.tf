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

    egress {
      to {
        ip_block {
          cidr = "0.0.0.0/0" # expect: kubernetes-network-internet-egress
        }
      }
    }

    policy_types = ["Egress"]
  }
}
