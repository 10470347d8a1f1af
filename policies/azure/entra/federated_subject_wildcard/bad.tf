resource "azuread_application" "deploy" {
  display_name = "deploy"
}

resource "azuread_service_principal" "deploy" {
  client_id = azuread_application.deploy.client_id
}

resource "azuread_application_federated_identity_credential" "any" {
  application_id = azuread_application.deploy.id
  display_name   = "any"
  audiences      = ["api://AzureADTokenExchange"]
  issuer         = "https://token.actions.githubusercontent.com"
  subject        = "repo:example/*:ref:refs/heads/main" # expect: azure-entra-federated-subject-wildcard
}
