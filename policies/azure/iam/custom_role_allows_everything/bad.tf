data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "owner" {
  name              = "owner"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["*"] # expect: azure-iam-custom-role-allows-everything
    not_actions = []
  }
}
