resource "kubernetes_network_policy_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    pod_selector {
      match_labels = {
        app = "cart"
      }
    }

    ingress {
      from {
        pod_selector { # expect: kubernetes-network-peer-without-pods
          match_labels = {
            app = "front"
          }
        }
      }
    }

    policy_types = ["Ingress"]
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

resource "kubernetes_deployment_v1" "front" {
  metadata {
    name      = "front"
    namespace = "shop"
  }

  spec {
    selector {
      match_labels = {
        name = "front"
      }
    }

    template {
      metadata {
        labels = {
          name = "front"
        }
      }

      spec {
        container {
          name  = "front"
          image = "ghcr.io/acme/front:1.0.0"
        }
      }
    }
  }
}
