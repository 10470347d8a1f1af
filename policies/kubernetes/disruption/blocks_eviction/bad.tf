resource "kubernetes_pod_disruption_budget_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    min_available = 2 # expect: kubernetes-disruption-blocks-eviction

    selector {
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
    replicas = 2

    selector {
      match_labels = {
        app = "cart"
      }
    }

    template {
      metadata {
        labels = {
          app = "cart"
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
