resource "kubernetes_config_map_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  data = {
    DB_HOST = "db.shop"
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
        container {
          name  = "cart"
          image = "ghcr.io/acme/cart:1.0.0"

          env {
            name = "DB_HOST"

            value_from {
              config_map_key_ref {
                name = kubernetes_config_map_v1.cart.metadata[0].name
                key  = "DB_HOSTNAME" # expect: kubernetes-workload-missing-key
              }
            }
          }
        }
      }
    }
  }
}
