resource "kubernetes_pod_disruption_budget_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    min_available = 2

    selector { # expect: kubernetes-disruption-no-pods
      match_labels = {
        app = "cart"
      }
    }
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
