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

resource "azuread_app_role_assignment" "read" {
  app_role_id         = azuread_service_principal.graph.app_role_ids["Directory.Read.All"]
  principal_object_id = azuread_service_principal.deploy.object_id
  resource_object_id  = azuread_service_principal.graph.object_id
}

resource "azuread_application" "orders" {
  display_name = "orders"
}

resource "azuread_service_principal" "orders" {
  client_id = azuread_application.orders.client_id
}

# A role of an application of one's own.
resource "azuread_app_role_assignment" "orders" {
  app_role_id         = azuread_service_principal.orders.app_role_ids["Orders.ReadWrite.All"]
  principal_object_id = azuread_service_principal.deploy.object_id
  resource_object_id  = azuread_service_principal.orders.object_id
}
