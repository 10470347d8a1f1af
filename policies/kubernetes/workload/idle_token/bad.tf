variable "account" {
  type = string
}

resource "kubernetes_service_account_v1" "cart" {
  metadata {
    name      = "cart"
    namespace = "shop"
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

      spec { # expect: kubernetes-workload-idle-token
        service_account_name = kubernetes_service_account_v1.cart.metadata[0].name

        container {
          name  = "cart"
          image = "ghcr.io/acme/cart:1.0.0"
        }
      }
    }
  }
}

# It may have the name that the deployment below asks for.
resource "kubernetes_service_account_v1" "mail" {
  metadata {
    name      = var.account
    namespace = "shop"
  }
}

resource "kubernetes_deployment_v1" "mail" {
  metadata {
    name      = "mail"
    namespace = "shop"
  }

  spec {
    selector {
      match_labels = {
        app = "mail"
      }
    }

    template {
      metadata {
        labels = {
          app = "mail"
        }
      }

      spec { # undecided: kubernetes-workload-idle-token
        service_account_name = "mail"

        container {
          name  = "mail"
          image = "ghcr.io/acme/mail:1.0.0"
        }
      }
    }
  }
}
