resource "kubernetes_service_account_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
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
        service_account_name = "cart-api" # expect: kubernetes-workload-missing-account

        container {
          name  = "cart"
          image = "ghcr.io/acme/cart:1.0.0"
        }
      }
    }
  }
}
