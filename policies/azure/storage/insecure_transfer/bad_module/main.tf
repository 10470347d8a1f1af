locals {
  accounts = {
    uploads = {}
    devices = { https_only = false } # expect: azure-storage-insecure-transfer
  }
}

module "account" {
  source   = "./modules/account"
  for_each = local.accounts

  name       = "shop${each.key}"
  https_only = lookup(each.value, "https_only", true)
}
