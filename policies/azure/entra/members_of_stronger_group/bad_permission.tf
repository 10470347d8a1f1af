data "azuread_application_published_app_ids" "known" {
}

resource "azuread_service_principal" "graph" {
  client_id    = data.azuread_application_published_app_ids.known.result.MicrosoftGraph
  use_existing = true
}

resource "azuread_application" "deploy" {
  display_name = "deploy"
}

resource "azuread_service_principal" "deploy" {
  client_id = azuread_application.deploy.client_id
}

resource "azuread_group" "owners" {
  display_name     = "owners"
  security_enabled = true
}

data "azurerm_subscription" "current" {
}

resource "azurerm_role_assignment" "owners" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Owner"
  principal_id         = azuread_group.owners.object_id
}

resource "azuread_app_role_assignment" "groups" {
  app_role_id         = azuread_service_principal.graph.app_role_ids["Group.ReadWrite.All"] # expect: azure-entra-members-of-stronger-group
  principal_object_id = azuread_service_principal.deploy.object_id
  resource_object_id  = azuread_service_principal.graph.object_id
}
