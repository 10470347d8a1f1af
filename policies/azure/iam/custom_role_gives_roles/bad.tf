data "azurerm_subscription" "current" {
}

resource "azurerm_role_definition" "definitions" {
  name              = "definitions"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions     = ["Microsoft.Authorization/roleDefinitions/write"] # expect: azure-iam-custom-role-gives-roles
    not_actions = []
  }
}

resource "azurerm_role_definition" "assignments" {
  name              = "assignments"
  scope             = data.azurerm_subscription.current.id
  assignable_scopes = [data.azurerm_subscription.current.id]

  permissions {
    actions = [
      "Microsoft.Resources/*",
      "Microsoft.Authorization/roleAssignments/*", # expect: azure-iam-custom-role-gives-roles
    ]
  }
}
