module "account" {
  source   = "./modules/account"
  for_each = toset(["catalogue", "media"])

  name = "shop${each.key}"
}

resource "azurerm_storage_account_network_rules" "this" {
  for_each = module.account

  storage_account_id = each.value.id
  default_action     = "Deny"
}
