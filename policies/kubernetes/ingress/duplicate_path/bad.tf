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
              name = "cart"

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

resource "kubernetes_ingress_v1" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
  }

  spec {
    rule {
      host = "shop.example.com"

      http {
        path {
          path      = "/" # expect: kubernetes-ingress-duplicate-path
          path_type = "Prefix"

          backend {
            service {
              name = "pay"

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
