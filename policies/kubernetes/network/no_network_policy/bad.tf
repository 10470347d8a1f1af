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

resource "kubernetes_deployment_v1" "redis" { # expect: kubernetes-network-no-network-policy
  metadata {
    name      = "redis"
    namespace = "shop"
  }

  spec {
    selector {
      match_labels = {
        app = "redis"
      }
    }

    template {
      metadata {
        labels = {
          app = "redis"
        }
      }

      spec {
        container {
          name  = "redis"
          image = "redis:7.4.1"
        }
      }
    }
  }
}

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
        pod_selector {
          match_labels = {
            app = "frontend"
          }
        }
      }
    }

    policy_types = ["Ingress"]
  }
}
