data "azurerm_subscription" "current" {
}

resource "azurerm_resource_group" "shop" {
  name     = "shop"
  location = "westeurope"
}

resource "azurerm_kubernetes_cluster" "shop" {
  name                = "shop"
  resource_group_name = azurerm_resource_group.shop.name
  location            = azurerm_resource_group.shop.location
  dns_prefix          = "shop"

  default_node_pool {
    name       = "default"
    node_count = 1
    vm_size    = "Standard_B2s"
  }

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_role_assignment" "nodes" {
  scope                = data.azurerm_subscription.current.id
  role_definition_name = "Contributor" # expect: azure-iam-privileged-role-for-program
  principal_id         = azurerm_kubernetes_cluster.shop.kubelet_identity[0].object_id
}

resource "azurerm_role_assignment" "cluster" {
  scope              = "/providers/Microsoft.Management/managementGroups/all"
  role_definition_id = "/providers/Microsoft.Authorization/roleDefinitions/18d7d88d-d35e-4fb5-a5c3-7773c20a72d9" # expect: azure-iam-privileged-role-for-program
  principal_id       = azurerm_kubernetes_cluster.shop.identity[0].principal_id
}
