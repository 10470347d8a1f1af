data "azuread_client_config" "current" {
}

resource "azuread_application" "strong" {
  display_name = "strong"
  owners       = [data.azuread_client_config.current.object_id]
}

resource "azuread_service_principal" "strong" {
  client_id = azuread_application.strong.client_id
}

data "azurerm_subscription" "current" {
}

resource "azurerm_role_assignment" "strong" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Owner"
  principal_id         = azuread_service_principal.strong.object_id
}
