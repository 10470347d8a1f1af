variable "image" {
  type    = string
  default = "ghcr.io/acme/api"
}

variable "tag" {
  type    = string
  default = "latest"
}

resource "kubernetes_stateful_set_v1" "api" {
  metadata {
    name = "api"
  }

  spec {
    service_name = "api"

    selector {
      match_labels = {
        app = "api"
      }
    }

    template {
      metadata {
        labels = {
          app = "api"
        }
      }

      spec {
        container {
          name  = "api"
          image = "${var.image}:${var.tag}" # expect: kubernetes-pod-image-tag
        }

        container {
          name  = "pinned"
          image = "${var.image}:2.1.0"
        }
      }
    }
  }
}
