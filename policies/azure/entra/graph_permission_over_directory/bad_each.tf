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

resource "azuread_app_role_assignment" "deploy" {
  for_each = toset(["User.Read.All", "AppRoleAssignment.ReadWrite.All"])

  app_role_id         = azuread_service_principal.graph.app_role_ids[each.key] # expect: azure-entra-graph-permission-over-directory
  principal_object_id = azuread_service_principal.deploy.object_id
  resource_object_id  = azuread_service_principal.graph.object_id
}
