data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "reader" {
  name              = "reader"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions = [
      "Microsoft.Authorization/*/read",
      "Microsoft.Resources/subscriptions/resourceGroups/read",
    ]
  }
}

resource "azurerm_role_definition" "writer" {
  name              = "writer"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["*/write"]
    not_actions = ["Microsoft.Authorization/*"]
  }
}
