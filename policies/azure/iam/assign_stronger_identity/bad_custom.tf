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
  role_definition_name = "Owner"
  principal_id         = azurerm_user_assigned_identity.owner.principal_id
}

resource "azuread_group" "team" {
  display_name     = "team"
  security_enabled = true
}

resource "azurerm_role_definition" "operator" {
  name  = "operator"
  scope = azurerm_resource_group.shop.id

  permissions {
    actions = [
      "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action", # expect: azure-iam-assign-stronger-identity
      "Microsoft.ContainerInstance/containerGroups/*",
    ]
  }
}

resource "azurerm_role_assignment" "operator" {
  scope              = azurerm_resource_group.shop.id
  role_definition_id = azurerm_role_definition.operator.role_definition_resource_id
  principal_id       = azuread_group.team.object_id
}
