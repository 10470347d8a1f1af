resource "azuread_application" "deploy" {
  display_name = "deploy"
}

resource "azuread_service_principal" "deploy" {
  client_id = azuread_application.deploy.client_id
}

resource "azuread_directory_role" "roles" {
  display_name = "Privileged Role Administrator"
}

resource "azuread_directory_role_member" "deploy" {
  role_object_id   = azuread_directory_role.roles.object_id # expect: azure-entra-directory-role-of-program
  member_object_id = azuread_service_principal.deploy.object_id
}
