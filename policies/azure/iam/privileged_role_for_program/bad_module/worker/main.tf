variable "role" {
  type = string
}

data "azurerm_subscription" "current" {
}

resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}

resource "azurerm_automation_account" "worker" {
  name                = "worker"
  resource_group_name = azurerm_resource_group.shop.name
  location            = azurerm_resource_group.shop.location
  sku_name            = "Basic"

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_role_assignment" "worker" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = var.role
  principal_id         = azurerm_automation_account.worker.identity[0].principal_id
}
