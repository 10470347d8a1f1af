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

resource "azurerm_role_definition" "operator" {
  name  = "operator"
  scope = azurerm_resource_group.shop.id

  permissions {
    actions = [
      "Microsoft.Storage/storageAccounts/read",
      "Microsoft.Storage/storageAccounts/listkeys/action", # expect: azure-iam-storage-of-stronger-function
    ]
  }
}

resource "azurerm_role_assignment" "operator" {
  scope              = azurerm_resource_group.shop.id
  role_definition_id = azurerm_role_definition.operator.role_definition_resource_id
  principal_id       = azuread_group.team.object_id
}
