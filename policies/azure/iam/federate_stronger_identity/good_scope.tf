data "azurerm_subscription" "current" {
}

resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}

resource "azurerm_resource_group" "other" {
  name     = "other"
  location = "westeurope"
}

resource "azurerm_user_assigned_identity" "owner" {
  name                = "owner"
  resource_group_name = azurerm_resource_group.shop.name
  location            = azurerm_resource_group.shop.location
}

resource "azurerm_role_assignment" "owner" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Owner"
  principal_id         = azurerm_user_assigned_identity.owner.principal_id
}

resource "azuread_group" "team" {
  display_name     = "team"
  security_enabled = true
}

# It lies in another group.
resource "azurerm_role_assignment" "team" {
  scope                = azurerm_resource_group.other.id
  role_definition_name = "Managed Identity Contributor"
  principal_id         = azuread_group.team.object_id
}
