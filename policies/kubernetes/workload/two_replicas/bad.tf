resource "kubernetes_deployment_v1" "cart" {
  metadata {
    name = "cart"
  }

  spec {
    replicas = 2 # expect: kubernetes-workload-two-replicas

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
