data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "operator" {
  name              = "operator"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions = [
      "Microsoft.Support/*",
      "*", # expect: azure-iam-custom-role-allows-everything
    ]
  }
}
