variable "administrator" {
  type    = bool
  default = true # expect: azure-container-registry-administrator
}

resource "azurerm_container_registry" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  sku                 = "Basic"
  admin_enabled       = var.administrator
}

resource "azurerm_container_registry" "tools" {
  name                = "tools"
  resource_group_name = "shop"
  location            = "westeurope"
  sku                 = "Basic"
  admin_enabled       = true # expect: azure-container-registry-administrator
}
