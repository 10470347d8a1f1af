variable "name" {
  type = string
}

resource "kubernetes_horizontal_pod_autoscaler_v2" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
  }

  spec {
    min_replicas = 2
    max_replicas = 6

    scale_target_ref {
      api_version = "apps/v1"
      kind        = "Deployment"
      name        = "cart" # undecided: kubernetes-autoscaler-no-target
    }
  }
}

resource "kubernetes_deployment_v1" "basket" {
  metadata {
    name      = "basket"
    namespace = "shop"
  }

  spec {
    selector {
      match_labels = {
        app = "basket"
      }
    }

    template {
      metadata {
        labels = {
          app = "basket"
        }
      }

      spec {
        container {
          name  = "basket"
          image = "ghcr.io/acme/basket:1.0.0"
        }
      }
    }
  }
}

resource "kubernetes_deployment_v1" "web" {
  metadata {
    name      = var.name
    namespace = "shop"
  }

  spec {
    selector {
      match_labels = {
        app = "web"
      }
    }

    template {
      metadata {
        labels = {
          app = "web"
        }
      }

      spec {
        container {
          name  = "web"
          image = "ghcr.io/acme/web:1.0.0"
        }
      }
    }
  }
}
