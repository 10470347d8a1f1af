resource "kubernetes_pod_disruption_budget_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    min_available = 1

    selector { # expect: kubernetes-disruption-overlapping
      match_labels = {
        app = "cart"
      }
    }
  }
}

resource "kubernetes_pod_disruption_budget_v1" "all" {
  metadata {
    name      = "all"
    namespace = "shop"
  }

  spec {
    max_unavailable = 1

    selector {
      match_expressions {
        key      = "app"
        operator = "Exists"
      }
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
