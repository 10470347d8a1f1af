variable "unset" {}

resource "kubernetes_config_map" "settings" {
  count = 2
  metadata {
    name = "settings-${count.index}"
  }
}

resource "kubernetes_deployment_v1" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
    annotations = {
      settings = kubernetes_config_map.settings[var.unset].id
    }
  }
  spec {
    template {
      metadata {
        labels = { app = "web" }
      }
      spec {
        dynamic "container" {
          for_each = var.unset
          content {
            image = container.value
          }
        }
        container {
          name  = "web"
          image = "nginx"
          env {
            name = "PASSWORD"
            value_from {
              secret_key_ref {
                name = "password"
                key  = "password"
              }
            }
          }
        }
      }
    }
  }
}

resource "kubernetes_service" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
  }
  spec {
    selector = { app = "web" }
  }
}

resource "kubernetes_secret" "password" {
  metadata {
    name      = "password"
    namespace = "shop"
  }
  data = { password = "hunter2" }
}
