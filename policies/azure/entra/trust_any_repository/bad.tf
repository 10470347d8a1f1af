resource "azuread_application" "deploy" {
  display_name = "deploy"
}

resource "azuread_service_principal" "deploy" {
  client_id = azuread_application.deploy.client_id
}

resource "azuread_application_flexible_federated_identity_credential" "any" {
  application_id             = azuread_application.deploy.id
  display_name               = "any"
  audience                   = "api://AzureADTokenExchange"
  issuer                     = "https://token.actions.githubusercontent.com"
  claims_matching_expression = "claims['sub'] matches 'repo:*:ref:refs/heads/main'" # expect: azure-entra-trust-any-repository
}

resource "azuread_application_flexible_federated_identity_credential" "none" {
  application_id             = azuread_application.deploy.id
  display_name               = "none"
  audience                   = "api://AzureADTokenExchange"
  issuer                     = "https://token.actions.githubusercontent.com"
  claims_matching_expression = "claims['ref'] eq 'refs/heads/main'" # expect: azure-entra-trust-any-repository
}
