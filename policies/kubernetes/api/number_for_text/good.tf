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

# So does the provider here, by what the cluster says of the object's fields.
resource "kubernetes_manifest" "settings" {
  manifest = {
    apiVersion = "v1"
    kind       = "ConfigMap"
    metadata = {
      name      = "more-settings"
      namespace = "shop"
    }
    data = {
      PORT = 8080
    }
  }
}
