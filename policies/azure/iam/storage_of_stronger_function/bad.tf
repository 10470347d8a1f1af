data "azurerm_subscription" "current" {
}

resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}

resource "azurerm_user_assigned_identity" "owner" {
  name                = "owner"
  resource_group_name = azurerm_resource_group.shop.name
  location            = azurerm_resource_group.shop.location
}

resource "azurerm_role_assignment" "owner" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Owner"
  principal_id         = azurerm_user_assigned_identity.owner.principal_id
}

resource "azurerm_service_plan" "shop" {
  name                = "shop"
  resource_group_name = azurerm_resource_group.shop.name
  location            = azurerm_resource_group.shop.location
  os_type             = "Linux"
  sku_name            = "Y1"
}

resource "azurerm_storage_account" "code" {
  name                     = "shopcode"
  resource_group_name      = azurerm_resource_group.shop.name
  location                 = azurerm_resource_group.shop.location
  account_tier             = "Standard"
  account_replication_type = "LRS"
}

resource "azurerm_linux_function_app" "orders" {
  name                       = "orders"
  resource_group_name        = azurerm_resource_group.shop.name
  location                   = azurerm_resource_group.shop.location
  service_plan_id            = azurerm_service_plan.shop.id
  storage_account_name       = azurerm_storage_account.code.name
  storage_account_access_key = azurerm_storage_account.code.primary_access_key

  site_config {
  }

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.owner.id]
  }
}

resource "azuread_group" "team" {
  display_name     = "team"
  security_enabled = true
}

resource "azurerm_role_assignment" "team" {
  scope                = azurerm_resource_group.shop.id
  role_definition_name = "Storage Account Contributor" # expect: azure-iam-storage-of-stronger-function
  principal_id         = azuread_group.team.object_id
}
