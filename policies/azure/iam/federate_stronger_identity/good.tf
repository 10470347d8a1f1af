data "azurerm_subscription" "current" {
}

resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}

resource "azurerm_user_assigned_identity" "owner" {
  name                = "owner"
  resource_group_name = azurerm_resource_group.shop.name
  location            = azurerm_resource_group.shop.location
}

resource "azurerm_role_assignment" "owner" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Reader"
  principal_id         = azurerm_user_assigned_identity.owner.principal_id
}

resource "azuread_group" "team" {
  display_name     = "team"
  security_enabled = true
}

# What runs there has no rights that the team would gain.
resource "azurerm_role_assignment" "team" {
  scope                = azurerm_resource_group.shop.id
  role_definition_name = "Managed Identity Contributor"
  principal_id         = azuread_group.team.object_id
}
