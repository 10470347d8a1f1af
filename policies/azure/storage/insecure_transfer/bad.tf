resource "azurerm_storage_account" "current" {
  name                       = "shopuploads"
  resource_group_name        = "shop"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "ZRS"
  https_traffic_only_enabled = false # expect: azure-storage-insecure-transfer
}

# Up to version 3 of the provider the argument had another name.
resource "azurerm_storage_account" "older" {
  name                      = "shoparchive"
  resource_group_name       = "shop"
  location                  = "westeurope"
  account_tier              = "Standard"
  account_replication_type  = "LRS"
  enable_https_traffic_only = "false" # expect: azure-storage-insecure-transfer
}
