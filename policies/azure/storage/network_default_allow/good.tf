variable "public" {
  description = "Whether the account has a public endpoint."
  type        = bool
}

resource "azurerm_storage_account" "inline" {
  name                     = "shopuploads"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"

  network_rules {
    default_action = "Deny"
    ip_rules       = ["203.0.113.17"]
  }
}

resource "azurerm_storage_account" "split" {
  count = 2

  name                     = "shopinvoices${count.index}"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

resource "azurerm_storage_account_network_rules" "split" {
  count = 2

  storage_account_id = azurerm_storage_account.split[count.index].id
  default_action     = "Deny"
  bypass             = ["AzureServices"]
}

resource "azurerm_storage_account" "private" {
  name                          = "shopprivate"
  resource_group_name           = "shop"
  location                      = "westeurope"
  account_tier                  = "Standard"
  account_replication_type      = "ZRS"
  public_network_access_enabled = false
}

# Undecided, not violated.
resource "azurerm_storage_account" "either" { # undecided: azure-storage-network-default-allow
  name                          = "shopeither"
  resource_group_name           = "shop"
  location                      = "westeurope"
  account_tier                  = "Standard"
  account_replication_type      = "ZRS"
  public_network_access_enabled = var.public
}

resource "azurerm_storage_account" "website" {
  name                     = "shopwebsite"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"

  static_website {
    index_document = "index.html"
  }
}

resource "azurerm_storage_account" "handbook" {
  name                     = "shophandbook"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

resource "azurerm_storage_account_static_website" "handbook" {
  storage_account_id = azurerm_storage_account.handbook.id
  index_document     = "index.html"
}
