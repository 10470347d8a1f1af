resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}

resource "azurerm_user_assigned_identity" "web" {
  name                = "web"
  resource_group_name = azurerm_resource_group.shop.name
  location            = azurerm_resource_group.shop.location
}

resource "azurerm_federated_identity_credential" "web" {
  name                = "web"
  resource_group_name = azurerm_resource_group.shop.name
  parent_id           = azurerm_user_assigned_identity.web.id
  audience            = ["api://AzureADTokenExchange"]
  issuer              = "https://example.com/cluster"
  subject             = "system:serviceaccount:shop:*" # expect: azure-entra-federated-subject-wildcard
}
