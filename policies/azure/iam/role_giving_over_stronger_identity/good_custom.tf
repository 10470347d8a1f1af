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

resource "azurerm_linux_virtual_machine" "host" {
  name                  = "host"
  resource_group_name   = azurerm_resource_group.shop.name
  location              = azurerm_resource_group.shop.location
  size                  = "Standard_B1s"
  admin_username        = "operator"
  network_interface_ids = [azurerm_network_interface.host.id]

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.owner.id]
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

resource "azuread_group" "team" {
  display_name     = "team"
  security_enabled = true
}

# The definition of the role is at fault, whatever it is given for.
resource "azurerm_role_definition" "operator" {
  name  = "operator"
  scope = azurerm_resource_group.shop.id

  permissions {
    actions = [
      "Microsoft.Authorization/roleAssignments/read",
      "Microsoft.Authorization/roleAssignments/write",
    ]
  }
}

resource "azurerm_role_assignment" "operator" {
  scope              = azurerm_resource_group.shop.id
  role_definition_id = azurerm_role_definition.operator.role_definition_resource_id
  principal_id       = azuread_group.team.object_id
}
