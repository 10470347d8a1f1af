variable "rbac" { # undecided: azure-aks-no-rbac
  type = bool
}

resource "azurerm_kubernetes_cluster" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  dns_prefix          = "shop"

  default_node_pool {
    name       = "main"
    node_count = 3
    vm_size    = "Standard_D4s_v5"
  }
}

resource "azurerm_kubernetes_cluster" "given" {
  name                              = "given"
  resource_group_name               = "shop"
  location                          = "westeurope"
  dns_prefix                        = "given"
  role_based_access_control_enabled = var.rbac

  default_node_pool {
    name       = "main"
    node_count = 3
    vm_size    = "Standard_D4s_v5"
  }
}

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
    enabled = true
  }
}
