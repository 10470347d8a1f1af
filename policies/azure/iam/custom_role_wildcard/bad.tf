data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["Microsoft.Compute/virtualMachines/*"] # expect: azure-iam-custom-role-wildcard
    not_actions = []
  }
}

resource "azurerm_role_definition" "contributor" {
  name              = "contributor"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["*"] # expect: azure-iam-custom-role-wildcard
    not_actions = ["Microsoft.Authorization/*"]
  }
}
