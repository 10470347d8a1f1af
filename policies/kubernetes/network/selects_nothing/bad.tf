resource "kubernetes_network_policy_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    pod_selector { # expect: kubernetes-network-selects-nothing
      match_labels = {
        app = "cart"
      }
    }

    ingress {}

    policy_types = ["Ingress"]
  }
}

resource "kubernetes_deployment_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    selector {
      match_labels = {
        app = "basket"
      }
    }

    template {
      metadata {
        labels = {
          app = "basket"
        }
      }

      spec {
        container {
          name  = "cart"
          image = "ghcr.io/acme/cart:1.0.0"
        }
      }
    }
  }
}
