data "azuread_application_published_app_ids" "known" {
}

resource "azuread_service_principal" "graph" {
  client_id    = data.azuread_application_published_app_ids.known.result.MicrosoftGraph
  use_existing = true
}

resource "azuread_application" "deploy" {
  display_name = "deploy"
}

resource "azuread_service_principal" "deploy" {
  client_id = azuread_application.deploy.client_id
}

resource "azuread_app_role_assignment" "roles" {
  app_role_id         = azuread_service_principal.graph.app_role_ids["RoleManagement.ReadWrite.Directory"] # expect: azure-entra-graph-permission-over-directory
  principal_object_id = azuread_service_principal.deploy.object_id
  resource_object_id  = azuread_service_principal.graph.object_id
}

resource "azurerm_linux_web_app" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/shop/providers/Microsoft.Web/serverFarms/shop"

  site_config {
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azuread_app_role_assignment" "applications" {
  app_role_id         = "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9" # expect: azure-entra-graph-permission-over-directory
  principal_object_id = azurerm_linux_web_app.shop.identity[0].principal_id
  resource_object_id  = azuread_service_principal.graph.object_id
}
