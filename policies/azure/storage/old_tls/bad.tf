variable "minimum_tls" {
  type    = string
  default = "TLS1_1" # expect: azure-storage-old-tls
}

resource "azurerm_storage_account" "devices" {
  name                     = "shopdevices"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  min_tls_version          = var.minimum_tls
}

resource "azurerm_storage_account" "printers" {
  count = 2

  name                     = "shopprinters${count.index}"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  min_tls_version          = "TLS1_0" # expect: azure-storage-old-tls
}

# `allow_blob_public_access` is an argument of version 2 of the provider, whose default is TLS 1.0.
resource "azurerm_storage_account" "old" { # expect: azure-storage-old-tls
  name                     = "shoparchive"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  allow_blob_public_access = false
}
