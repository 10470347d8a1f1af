resource "helm_release" "cart" {
  name      = "cart"
  chart     = "cart"
  namespace = "shop"
}

resource "kubernetes_service_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    selector = {
      app = "cart"
    }

    port {
      port = 80
    }
  }
}
