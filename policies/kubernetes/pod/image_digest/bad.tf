variable "image_tag" {
  type    = string
  default = "2.4.0"
}

variable "digest" {
  type = string
}

resource "kubernetes_deployment_v1" "web" {
  metadata {
    name      = "web"
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
          image = "ghcr.io/acme/web:${var.image_tag}" # expect: kubernetes-pod-image-digest
        }

        # Whoever runs this says which image it is.
        container {
          name  = "proxy"
          image = "ghcr.io/acme/proxy@${var.digest}"
        }
      }
    }
  }
}
