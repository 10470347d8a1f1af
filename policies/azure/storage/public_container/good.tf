variable "access" { # undecided: azure-storage-public-container
  type = string
}

resource "azurerm_storage_account" "shop" {
  name                     = "shopfiles"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

resource "azurerm_storage_container" "default" {
  name               = "default"
  storage_account_id = azurerm_storage_account.shop.id
}

resource "azurerm_storage_container" "private" {
  name                  = "private"
  storage_account_id    = azurerm_storage_account.shop.id
  container_access_type = "private"
}

resource "azurerm_storage_container" "open" {
  name                  = "open"
  storage_account_id    = azurerm_storage_account.shop.id
  container_access_type = var.access
}

# The account lets nobody in, whatever its containers say.
resource "azurerm_storage_account" "shut" {
  name                            = "shutfiles"
  resource_group_name             = "shop"
  location                        = "westeurope"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
}

resource "azurerm_storage_container" "shut" {
  name                  = "shut"
  storage_account_id    = azurerm_storage_account.shut.id
  container_access_type = "blob"
}

resource "azurerm_storage_account" "inside" {
  name                     = "insidefiles"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"

  network_rules {
    default_action             = "Deny"
    virtual_network_subnet_ids = ["/subscriptions/0/resourceGroups/shop/providers/Microsoft.Network/virtualNetworks/main/subnets/main"]
  }
}

resource "azurerm_storage_container" "inside" {
  name                  = "inside"
  storage_account_id    = azurerm_storage_account.inside.id
  container_access_type = "container"
}

# The rules of the network stand apart.
resource "azurerm_storage_account" "apart" {
  name                     = "apartfiles"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

resource "azurerm_storage_account_network_rules" "apart" {
  storage_account_id = azurerm_storage_account.apart.id
  default_action     = "Deny"
}

resource "azurerm_storage_container" "apart" {
  name                  = "apart"
  storage_account_id    = azurerm_storage_account.apart.id
  container_access_type = "container"
}
