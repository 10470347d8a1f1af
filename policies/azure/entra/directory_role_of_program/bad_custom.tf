resource "azuread_application" "deploy" {
  display_name = "deploy"
}

resource "azuread_service_principal" "deploy" {
  client_id = azuread_application.deploy.client_id
}

resource "azuread_custom_directory_role" "rotate" {
  display_name = "rotate"
  enabled      = true
  version      = "1.0"

  permissions {
    allowed_resource_actions = [
      "microsoft.directory/applications/standard/read",
      "microsoft.directory/applications/credentials/update", # expect: azure-entra-directory-role-of-program
    ]
  }
}

resource "azuread_directory_role_assignment" "deploy" {
  role_id             = azuread_custom_directory_role.rotate.object_id
  principal_object_id = azuread_service_principal.deploy.object_id
}
