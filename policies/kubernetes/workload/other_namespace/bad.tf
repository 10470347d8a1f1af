resource "kubernetes_config_map_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "default"
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

          env_from {
            config_map_ref {
              name = "cart" # expect: kubernetes-workload-other-namespace
            }
          }
        }
      }
    }
  }
}
