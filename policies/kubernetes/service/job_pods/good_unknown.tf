variable "migration_labels" {
  type = map(string)
}

resource "kubernetes_service_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    selector = { # undecided: kubernetes-service-job-pods
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

resource "kubernetes_job_v1" "migrate" {
  metadata {
    name      = "migrate"
    namespace = "shop"
  }

  spec {
    template {
      metadata {
        labels = var.migration_labels
      }

      spec {
        restart_policy = "Never"

        container {
          name  = "migrate"
          image = "ghcr.io/acme/cart:1.0.0"
        }
      }
    }
  }
}
