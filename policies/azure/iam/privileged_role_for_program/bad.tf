data "azurerm_subscription" "current" {
}

resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
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
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Owner" # expect: azure-iam-privileged-role-for-program
  principal_id         = azurerm_user_assigned_identity.worker.principal_id
}
