resource "azuread_application" "deploy" {
  display_name = "deploy"
}

resource "azuread_service_principal" "deploy" {
  client_id = azuread_application.deploy.client_id
}

resource "azuread_group" "owners" {
  display_name     = "owners"
  security_enabled = true
  owners           = [azuread_service_principal.deploy.object_id]
}

data "azurerm_subscription" "current" {
}

resource "azurerm_role_assignment" "owners" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Reader"
  principal_id         = azuread_group.owners.object_id
}
