resource "azurerm_storage_account" "uploads" { # expect: azure-storage-network-default-allow
  name                     = "shopuploads"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

resource "azurerm_storage_account" "reports" {
  name                     = "shopreports"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"

  network_rules {
    default_action = "Allow" # expect: azure-storage-network-default-allow
    ip_rules       = ["203.0.113.17"]
  }
}

resource "azurerm_storage_account" "archive" {
  name                     = "shoparchive"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

variable "restrict" {
  type    = bool
  default = false
}

resource "azurerm_storage_account_network_rules" "archive" {
  storage_account_id = azurerm_storage_account.archive.id
  default_action     = var.restrict ? "Deny" : "Allow" # expect: azure-storage-network-default-allow
  ip_rules           = ["203.0.113.17"]
}
