data "azurerm_subscription" "current" {
}

resource "azuread_application" "deploy" {
  display_name = "deploy"
}

resource "azuread_service_principal" "deploy" {
  client_id = azuread_application.deploy.client_id
}

resource "azuread_service_principal_password" "deploy" {
  service_principal_id = azuread_service_principal.deploy.id
}

resource "azurerm_role_assignment" "deploy" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Owner" # expect: azure-iam-privileged-service-principal
  principal_id         = azuread_service_principal.deploy.object_id
}

resource "azuread_service_principal" "access" {
  client_id = "00000000-0000-0000-0000-000000000001"
}

resource "azurerm_role_assignment" "access" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000002"
  role_definition_name = "User Access Administrator" # expect: azure-iam-privileged-service-principal
  principal_id         = azuread_service_principal.access.object_id
}
