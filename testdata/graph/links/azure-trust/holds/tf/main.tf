resource "azurerm_user_assigned_identity" "web" {
  name = "web"
}

resource "azurerm_federated_identity_credential" "web" {
  parent_id = azurerm_user_assigned_identity.web.id
  subject   = "system:serviceaccount:shop:web"
}
