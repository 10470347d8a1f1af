data "azurerm_subscription" "current" {
}

resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}

resource "azurerm_key_vault" "shop" {
  name                       = "shop"
  resource_group_name        = azurerm_resource_group.shop.name
  location                   = azurerm_resource_group.shop.location
  tenant_id                  = "00000000-0000-0000-0000-000000000001"
  sku_name                   = "standard"
  rbac_authorization_enabled = true
}

resource "azurerm_user_assigned_identity" "worker" {
  name                = "worker"
  resource_group_name = azurerm_resource_group.shop.name
  location            = azurerm_resource_group.shop.location
}

resource "azurerm_linux_virtual_machine" "host" {
  name                  = "host"
  resource_group_name   = azurerm_resource_group.shop.name
  location              = azurerm_resource_group.shop.location
  size                  = "Standard_B1s"
  admin_username        = "operator"
  network_interface_ids = [azurerm_network_interface.host.id]

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.worker.id]
  }
}

resource "azurerm_network_interface" "host" {
  name                = "host"
  resource_group_name = azurerm_resource_group.shop.name
  location            = azurerm_resource_group.shop.location

  ip_configuration {
    name                          = "main"
    private_ip_address_allocation = "Dynamic"
  }
}

resource "azurerm_role_assignment" "worker" {
  scope                = azurerm_key_vault.shop.id
  role_definition_name = "Key Vault Secrets User"
  principal_id         = azurerm_user_assigned_identity.worker.principal_id
}

resource "azuread_group" "team" {
  display_name     = "team"
  security_enabled = true
}

# People.
resource "azurerm_role_assignment" "team" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Key Vault Administrator"
  principal_id         = azuread_group.team.object_id
}

# Of one vault, which lies elsewhere.
resource "azurerm_role_assignment" "orders" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/orders/providers/Microsoft.KeyVault/vaults/orders"
  role_definition_name = "Key Vault Secrets User"
  principal_id         = azurerm_user_assigned_identity.worker.principal_id
}
