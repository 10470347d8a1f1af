resource "azurerm_user_assigned_identity" "web" {
  name = "web"
}

resource "kubernetes_service_account" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
    annotations = {
      "azure.workload.identity/client-id" = "11111111-2222-3333-4444-555555555555"
    }
  }
}

