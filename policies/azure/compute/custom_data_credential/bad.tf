resource "random_password" "db" {
  length = 24
}

resource "azurerm_storage_account" "logs" {
  name                     = "logs"
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_linux_virtual_machine" "web" {
  name        = "web"
  custom_data = base64encode("#!/bin/sh\napp --password ${random_password.db.result}\n") # expect: azure-compute-custom-data-credential
}

resource "azurerm_virtual_machine_extension" "logs" {
  name = "logs"
  settings = jsonencode({
    account = azurerm_storage_account.logs.name
    key     = azurerm_storage_account.logs.primary_access_key # expect: azure-compute-custom-data-credential
  })
}
