variable "addresses" {
  type    = list(string)
  default = ["203.0.113.7"] # expect: kubernetes-service-external-addresses
}

resource "kubernetes_service_v1" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
  }

  spec {
    external_ips = var.addresses

    selector = {
      app = "web"
    }

    port {
      port = 80
    }
  }
}
