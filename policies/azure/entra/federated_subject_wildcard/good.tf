resource "azuread_application" "deploy" {
  display_name = "deploy"
}

resource "azuread_service_principal" "deploy" {
  client_id = azuread_application.deploy.client_id
}

resource "azuread_application_federated_identity_credential" "main" {
  application_id = azuread_application.deploy.id
  display_name   = "main"
  audiences      = ["api://AzureADTokenExchange"]
  issuer         = "https://token.actions.githubusercontent.com"
  subject        = "repo:example/shop:ref:refs/heads/main"
}

resource "azuread_application_flexible_federated_identity_credential" "branches" {
  application_id             = azuread_application.deploy.id
  display_name               = "branches"
  audience                   = "api://AzureADTokenExchange"
  issuer                     = "https://token.actions.githubusercontent.com"
  claims_matching_expression = "claims['sub'] matches 'repo:example/shop:ref:refs/heads/*'"
}
