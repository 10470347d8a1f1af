# Terraform makes texts of them.
resource "kubernetes_config_map_v1" "settings" {
  metadata {
    name      = "settings"
    namespace = "shop"
    labels = {
      version = 1.0
    }
  }

  data = {
    PORT  = 8080
    DEBUG = true
  }
}
