resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}

resource "azurerm_key_vault" "shop" {
  name                = "shop"
  resource_group_name = azurerm_resource_group.shop.name
  location            = azurerm_resource_group.shop.location
  tenant_id           = "00000000-0000-0000-0000-000000000001"
  sku_name            = "standard"
}

resource "azuread_group" "team" {
  display_name     = "team"
  security_enabled = true
}

resource "azurerm_role_definition" "vaults" {
  name  = "vaults"
  scope = azurerm_resource_group.shop.id

  permissions {
    actions = [
      "Microsoft.KeyVault/vaults/read",
      "Microsoft.KeyVault/vaults/*/write", # expect: azure-iam-vault-access-policy-change
    ]
  }
}

resource "azurerm_role_assignment" "vaults" {
  scope              = azurerm_resource_group.shop.id
  role_definition_id = azurerm_role_definition.vaults.role_definition_resource_id
  principal_id       = azuread_group.team.object_id
}
