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

resource "azuread_application_flexible_federated_identity_credential" "all" {
  application_id             = azuread_application.strong.id
  display_name               = "all"
  audience                   = "api://AzureADTokenExchange"
  issuer                     = "https://token.actions.githubusercontent.com"
  claims_matching_expression = "claims['sub'] matches 'repo:example/infrastructure:*'" # expect: azure-entra-trust-pull-requests
}
