resource "kubernetes_config_map_v1" "web" {
  metadata { # expect: kubernetes-namespace-in-default
    name = "web"
  }

  data = {
    level = "info"
  }
}

resource "kubernetes_namespace_v1" "shop" {
  metadata {
    name = "shop"
  }
}

resource "kubernetes_config_map_v1" "shop" {
  metadata {
    name      = "shop"
    namespace = kubernetes_namespace_v1.shop.metadata[0].name
  }
}
