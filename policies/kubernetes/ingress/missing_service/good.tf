variable "service" {
  type = string
}

resource "kubernetes_ingress_v1" "shop" {
  metadata {
    name      = "shop"
    namespace = "shop"
  }

  spec {
    rule {
      host = "shop.example.com"

      http {
        path {
          path      = "/"
          path_type = "Prefix"

          backend {
            service {
              name = var.service

              port {
                number = 80
              }
            }
          }
        }
      }
    }
  }
}

resource "kubernetes_ingress_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    rule {
      host = "shop.example.com"

      http {
        path {
          path      = "/"
          path_type = "Prefix"

          backend {
            service {
              name = kubernetes_service_v1.cart.metadata[0].name

              port {
                number = 80
              }
            }
          }
        }
      }
    }
  }
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
        }
      }
    }
  }
}
