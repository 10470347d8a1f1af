data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions = [
      "Microsoft.Compute/virtualMachines/start/action",
      "*/read",
    ]
  }
}

resource "azurerm_role_definition" "contributor" {
  name              = "contributor"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["*"]
    not_actions = ["Microsoft.Authorization/*/write", "Microsoft.Authorization/*/delete"]
  }
}
