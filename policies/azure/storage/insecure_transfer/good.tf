variable "https_only" { # undecided: azure-storage-insecure-transfer
  description = "Refuse plain HTTP."
  type        = bool
}

resource "azurerm_storage_account" "default" {
  name                     = "shopuploads"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

resource "azurerm_storage_account" "explicit" {
  name                       = "shopinvoices"
  resource_group_name        = "shop"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "ZRS"
  https_traffic_only_enabled = true
}

# Shares over NFS cannot have it.
resource "azurerm_storage_account" "shares" {
  name                       = "shopshares"
  resource_group_name        = "shop"
  location                   = "westeurope"
  account_kind               = "BlockBlobStorage"
  account_tier               = "Premium"
  account_replication_type   = "LRS"
  is_hns_enabled             = true
  nfsv3_enabled              = true
  https_traffic_only_enabled = false

  network_rules {
    default_action             = "Deny"
    virtual_network_subnet_ids = ["/subscriptions/0/resourceGroups/shop/providers/Microsoft.Network/virtualNetworks/main/subnets/app"]
  }
}

resource "azurerm_storage_account" "homes" {
  name                       = "shophomes"
  resource_group_name        = "shop"
  location                   = "westeurope"
  account_kind               = "FileStorage"
  account_tier               = "Premium"
  account_replication_type   = "ZRS"
  https_traffic_only_enabled = false
}

resource "azurerm_storage_share" "homes" {
  name               = "homes"
  storage_account_id = azurerm_storage_account.homes.id
  enabled_protocol   = "NFS"
  quota              = 100
}

# Undecided, not violated.
resource "azurerm_storage_account" "devices" {
  name                       = "shopdevices"
  resource_group_name        = "shop"
  location                   = "westeurope"
  account_tier               = "Standard"
  account_replication_type   = "ZRS"
  https_traffic_only_enabled = var.https_only
}
