resource "azuread_application" "deploy" {
  display_name = "deploy"
}

resource "azuread_service_principal" "deploy" {
  client_id = azuread_application.deploy.client_id
}

resource "azuread_directory_role_assignment" "deploy" {
  role_id             = "62e90394-69f5-4237-9190-012177145e10" # expect: azure-entra-directory-role-of-program
  principal_object_id = azuread_service_principal.deploy.object_id
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

resource "azuread_directory_role" "applications" {
  display_name = "Cloud application administrator"
}

resource "azuread_directory_role_assignment" "web" {
  role_id             = azuread_directory_role.applications.template_id # expect: azure-entra-directory-role-of-program
  principal_object_id = azurerm_linux_web_app.shop.identity[0].principal_id
}
