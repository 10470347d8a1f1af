resource "azuread_application" "deploy" {
  display_name = "deploy"
}

resource "azuread_service_principal" "deploy" {
  client_id = azuread_application.deploy.client_id
}

resource "azuread_directory_role" "readers" {
  display_name = "Directory Readers"
}

resource "azuread_directory_role_assignment" "deploy" {
  role_id             = azuread_directory_role.readers.template_id
  principal_object_id = azuread_service_principal.deploy.object_id
}

resource "azuread_user" "admin" {
  display_name        = "admin"
  user_principal_name = "admin@example.com"
}

# A person.
resource "azuread_directory_role_assignment" "admin" {
  role_id             = "62e90394-69f5-4237-9190-012177145e10"
  principal_object_id = azuread_user.admin.object_id
}

resource "azuread_application" "shop" {
  display_name = "shop"
}

resource "azuread_service_principal" "shop" {
  client_id = azuread_application.shop.client_id
}

resource "azuread_directory_role" "applications" {
  display_name = "Cloud application administrator"
}

# For one application only.
resource "azuread_directory_role_assignment" "shop" {
  role_id             = azuread_directory_role.applications.template_id
  principal_object_id = azuread_service_principal.deploy.object_id
  directory_scope_id  = format("/%s", azuread_application.shop.object_id)
}
