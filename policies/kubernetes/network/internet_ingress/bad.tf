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
        ip_block {
          cidr   = "0.0.0.0/0" # expect: kubernetes-network-internet-ingress
          except = ["10.0.0.0/24"]
        }
      }
    }

    policy_types = ["Ingress"]
  }
}
