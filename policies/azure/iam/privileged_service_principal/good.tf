data "azurerm_subscription" "current" {
}

resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}

# A pipeline that signs in without a secret.
resource "azuread_application" "pipeline" {
  display_name = "pipeline"
}

resource "azuread_service_principal" "pipeline" {
  client_id = azuread_application.pipeline.client_id
}

resource "azuread_application_federated_identity_credential" "pipeline" {
  application_id = azuread_application.pipeline.id
  display_name   = "pipeline"
  audiences      = ["api://AzureADTokenExchange"]
  issuer         = "https://token.actions.githubusercontent.com"
  subject        = "repo:example/infrastructure:ref:refs/heads/main"
}

resource "azurerm_role_assignment" "pipeline" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Owner"
  principal_id         = azuread_service_principal.pipeline.object_id
}

# All but giving roles, and a group only.
resource "azuread_service_principal" "builds" {
  client_id = "00000000-0000-0000-0000-000000000001"
}

resource "azurerm_role_assignment" "builds" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Contributor"
  principal_id         = azuread_service_principal.builds.object_id
}

resource "azurerm_role_assignment" "shop" {
  scope                = azurerm_resource_group.shop.id
  role_definition_name = "Owner"
  principal_id         = azuread_service_principal.builds.object_id
}

# People.
resource "azuread_group" "team" {
  display_name     = "team"
  security_enabled = true
}

resource "azurerm_role_assignment" "team" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Owner"
  principal_id         = azuread_group.team.object_id
}

# It may give one harmless role.
resource "azuread_service_principal" "giver" {
  client_id = "00000000-0000-0000-0000-000000000003"
}

resource "azurerm_role_assignment" "giver" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Role Based Access Control Administrator"
  principal_id         = azuread_service_principal.giver.object_id
  condition_version    = "2.0"
  condition            = <<-EOT
    (
      !(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})
      OR
      @Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7}
    )
  EOT
}
