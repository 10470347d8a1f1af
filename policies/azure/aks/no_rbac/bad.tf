resource "azurerm_kubernetes_cluster" "shop" {
  name                              = "shop"
  resource_group_name               = "shop"
  location                          = "westeurope"
  dns_prefix                        = "shop"
  role_based_access_control_enabled = false # expect: azure-aks-no-rbac

  default_node_pool {
    name       = "main"
    node_count = 3
    vm_size    = "Standard_D4s_v5"
  }

  identity {
    type = "SystemAssigned"
  }
}

# As it was written up to version 2 of the provider.
resource "azurerm_kubernetes_cluster" "older" {
  name                = "older"
  resource_group_name = "shop"
  location            = "westeurope"
  dns_prefix          = "older"

  default_node_pool {
    name       = "main"
    node_count = 3
    vm_size    = "Standard_D4s_v5"
  }

  role_based_access_control {
    enabled = false # expect: azure-aks-no-rbac
  }
}
