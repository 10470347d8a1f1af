resource "azurerm_linux_virtual_machine" "jump" {
  name                            = "jump"
  resource_group_name             = "shop"
  location                        = "westeurope"
  size                            = "Standard_B1s"
  admin_username                  = "ops"
  admin_password                  = var.password
  disable_password_authentication = false # expect: azure-compute-password-login
  network_interface_ids           = []
}

variable "password" {
  type      = string
  sensitive = true
}

variable "keys_only" {
  type    = bool
  default = false # expect: azure-compute-password-login
}

resource "azurerm_linux_virtual_machine_scale_set" "web" {
  name                            = "web"
  resource_group_name             = "shop"
  location                        = "westeurope"
  sku                             = "Standard_B1s"
  instances                       = 2
  admin_username                  = "ops"
  admin_password                  = var.password
  disable_password_authentication = var.keys_only
}

resource "azurerm_virtual_machine" "older" {
  name                  = "older"
  resource_group_name   = "shop"
  location              = "westeurope"
  vm_size               = "Standard_B1s"
  network_interface_ids = []

  os_profile_linux_config {
    disable_password_authentication = false # expect: azure-compute-password-login
  }
}
