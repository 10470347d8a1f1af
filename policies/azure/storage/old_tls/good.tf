variable "minimum_tls" { # undecided: azure-storage-old-tls
  description = "Lowest version of TLS."
  type        = string
}

resource "azurerm_storage_account" "default" {
  name                     = "shopuploads"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

resource "azurerm_storage_account" "explicit" {
  name                     = "shopinvoices"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  min_tls_version          = "TLS1_2"
}

resource "azurerm_storage_account" "old_provider" {
  name                     = "shoparchive"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
  allow_blob_public_access = false
  min_tls_version          = "TLS1_2"
}

# Undecided, not violated.
resource "azurerm_storage_account" "chosen" {
  name                     = "shopdevices"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
  min_tls_version          = var.minimum_tls
}
