resource "azuread_application" "deploy" {
  display_name = "deploy"
}

resource "azuread_service_principal" "deploy" {
  client_id = azuread_application.deploy.client_id
}

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

resource "azuread_directory_role" "applications" {
  display_name = "Application administrator"
}

resource "azuread_directory_role_assignment" "strong" {
  role_id             = azuread_directory_role.applications.template_id # expect: azure-entra-owner-of-stronger-application
  principal_object_id = azuread_service_principal.deploy.object_id
  directory_scope_id  = format("/%s", azuread_application.strong.object_id)
}
