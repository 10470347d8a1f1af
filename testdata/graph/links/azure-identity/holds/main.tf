resource "azurerm_user_assigned_identity" "web" {
  name = "web"
}

resource "kubernetes_service_account" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
    annotations = {
      "azure.workload.identity/client-id" = azurerm_user_assigned_identity.web.client_id
    }
  }
}

