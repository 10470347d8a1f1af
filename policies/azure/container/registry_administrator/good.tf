variable "administrator" { # undecided: azure-container-registry-administrator
  type = bool
}

resource "azurerm_container_registry" "unset" {
  name                = "unset"
  resource_group_name = "shop"
  location            = "westeurope"
  sku                 = "Basic"
}

resource "azurerm_container_registry" "off" {
  name                = "off"
  resource_group_name = "shop"
  location            = "westeurope"
  sku                 = "Basic"
  admin_enabled       = false
}

resource "azurerm_container_registry" "either" {
  name                = "either"
  resource_group_name = "shop"
  location            = "westeurope"
  sku                 = "Basic"
  admin_enabled       = var.administrator
}
