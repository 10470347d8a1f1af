data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "access" {
  name              = "access"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["Microsoft.Authorization/*"] # expect: azure-iam-custom-role-gives-roles
    not_actions = []
  }
}

resource "azurerm_role_definition" "writer" {
  name              = "writer"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions = [
      "*/read",
      "*/write", # expect: azure-iam-custom-role-gives-roles
    ]
  }
}
