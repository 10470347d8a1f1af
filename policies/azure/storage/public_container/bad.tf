resource "azurerm_storage_account" "shop" {
  name                     = "shopfiles"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

resource "azurerm_storage_container" "orders" {
  name                  = "orders"
  storage_account_id    = azurerm_storage_account.shop.id
  container_access_type = "container" # expect: azure-storage-public-container
}

resource "azurerm_storage_account_network_rules" "shop" {
  storage_account_id = azurerm_storage_account.shop.id
  default_action     = "Allow"
}

variable "containers" {
  type = map(string)
  default = {
    invoices = "private"
    images   = "blob" # expect: azure-storage-public-container
  }
}

resource "azurerm_storage_container" "several" {
  for_each              = var.containers
  name                  = each.key
  storage_account_name  = azurerm_storage_account.shop.name
  container_access_type = each.value
}

# The account is made elsewhere.
resource "azurerm_storage_container" "other" {
  name                  = "other"
  storage_account_name  = "elsewhere"
  container_access_type = "blob" # expect: azure-storage-public-container
}
