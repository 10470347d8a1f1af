resource "azuread_application" "deploy" {
  display_name = "deploy"
}

resource "azuread_service_principal" "deploy" {
  client_id = azuread_application.deploy.client_id
}

resource "azuread_application" "strong" {
  display_name = "strong"
  owners       = [azuread_service_principal.deploy.object_id]
}

resource "azuread_service_principal" "strong" {
  client_id = azuread_application.strong.client_id
}

data "azurerm_subscription" "current" {
}

resource "azurerm_role_assignment" "strong" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Reader"
  principal_id         = azuread_service_principal.strong.object_id
}
