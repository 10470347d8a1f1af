resource "azuread_application" "strong" {
  display_name = "strong"
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

resource "azuread_application_federated_identity_credential" "main" {
  application_id = azuread_application.strong.id
  display_name   = "main"
  audiences      = ["api://AzureADTokenExchange"]
  issuer         = "https://token.actions.githubusercontent.com"
  subject        = "repo:example/infrastructure:ref:refs/heads/main"
}
