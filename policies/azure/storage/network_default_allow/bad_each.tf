locals {
  accounts = toset(["invoices", "orders", "devices"])
}

resource "azurerm_storage_account" "data" { # expect: azure-storage-network-default-allow
  for_each = local.accounts

  name                     = "shop${each.key}"
  resource_group_name      = "shop"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

# One of the three is left out.
resource "azurerm_storage_account_network_rules" "data" {
  for_each = toset([for name in local.accounts : name if name != "devices"])

  storage_account_id = azurerm_storage_account.data[each.key].id
  default_action     = "Deny"
  bypass             = ["AzureServices"]
}
