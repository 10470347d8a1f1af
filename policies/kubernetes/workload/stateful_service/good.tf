variable "cluster_ip" { # undecided: kubernetes-workload-stateful-service
  type = string
}

resource "kubernetes_service_v1" "redis" {
  metadata {
    name      = "redis"
    namespace = "shop"
  }

  spec {
    cluster_ip = var.cluster_ip

    selector = {
      app = "redis"
    }

    port {
      port = 6379
    }
  }
}

resource "kubernetes_stateful_set_v1" "redis" {
  metadata {
    name      = "redis"
    namespace = "shop"
  }

  spec {
    service_name = kubernetes_service_v1.redis.metadata[0].name

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
          image = "ghcr.io/acme/redis:1.0.0"
        }
      }
    }
  }
}
