variable "keys_only" { # undecided: azure-compute-password-login
  type = bool
}

resource "azurerm_linux_virtual_machine" "unset" {
  name                  = "unset"
  resource_group_name   = "shop"
  location              = "westeurope"
  size                  = "Standard_B1s"
  admin_username        = "ops"
  network_interface_ids = []

  admin_ssh_key {
    username   = "ops"
    public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB"
  }
}

resource "azurerm_linux_virtual_machine" "either" {
  name                            = "either"
  resource_group_name             = "shop"
  location                        = "westeurope"
  size                            = "Standard_B1s"
  admin_username                  = "ops"
  disable_password_authentication = var.keys_only
  network_interface_ids           = []
}

resource "azurerm_virtual_machine_scale_set" "older" {
  name                = "older"
  resource_group_name = "shop"
  location            = "westeurope"
  upgrade_policy_mode = "Manual"

  os_profile_linux_config {
    disable_password_authentication = true
  }
}
