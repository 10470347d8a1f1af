resource "azurerm_storage_account" "logs" {
  name                     = "logs"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_linux_virtual_machine" "web" {
  name        = "web"
  custom_data = base64encode("#!/bin/sh\naz keyvault secret show --name db\n")
}

resource "azurerm_virtual_machine_extension" "logs" {
  name     = "logs"
  settings = jsonencode({ account = azurerm_storage_account.logs.name })
  protected_settings = jsonencode({
    key = azurerm_storage_account.logs.primary_access_key
  })
}
