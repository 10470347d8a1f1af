variable "role" {
  type = string
}

data "azurerm_subscription" "current" {
}

# Which role it is is decided elsewhere.
resource "azuread_service_principal" "deploy" {
  client_id = "00000000-0000-0000-0000-000000000001"
}

resource "azurerm_role_assignment" "deploy" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = var.role
  principal_id         = azuread_service_principal.deploy.object_id
}
