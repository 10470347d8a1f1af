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

resource "azurerm_container_group" "worker" {
  name                = "worker"
  resource_group_name = azurerm_resource_group.shop.name
  location            = azurerm_resource_group.shop.location
  os_type             = "Linux"

  container {
    name   = "worker"
    image  = "example.com/worker:1"
    cpu    = 1
    memory = 1
  }

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.owner.id]
  }
}

resource "azuread_group" "team" {
  display_name     = "team"
  security_enabled = true
}

resource "azurerm_role_assignment" "team" {
  scope                = azurerm_resource_group.shop.id
  role_definition_name = "Azure Container Instances Contributor Role" # expect: azure-iam-container-of-stronger-identity
  principal_id         = azuread_group.team.object_id
}
