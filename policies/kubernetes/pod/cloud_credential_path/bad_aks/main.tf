resource "azurerm_kubernetes_cluster" "main" {
  name                = "main"
  location            = "westeurope"
  resource_group_name = "main"
  dns_prefix          = "main"

  default_node_pool {
    name       = "default"
    vm_size    = "Standard_D2_v2"
    node_count = 3
  }

  identity {
    type = "SystemAssigned"
  }
}
