resource "kubernetes_service_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    selector = { # expect: kubernetes-service-unseen-pods
      app = "cart"
    }

    port {
      port = 80
    }
  }
}
