variable "cidr" { # undecided: kubernetes-network-internet-ingress
  type = string
}

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
          cidr = var.cidr
        }
      }
    }

    policy_types = ["Ingress"]
  }
}
