resource "azurerm_kubernetes_cluster" "unset" { # expect: azure-aks-authorized-networks
  name                = "unset"
  location            = "westeurope"
  resource_group_name = "shop"
  dns_prefix          = "unset"

  default_node_pool {
    name    = "system"
    vm_size = "Standard_D2s_v5"
  }
}

variable "admitted" {
  type    = list(string)
  default = [] # expect: azure-aks-authorized-networks
}

resource "azurerm_kubernetes_cluster" "empty" {
  name                    = "empty"
  location                = "westeurope"
  resource_group_name     = "shop"
  dns_prefix              = "empty"
  private_cluster_enabled = false

  api_server_access_profile {
    authorized_ip_ranges = var.admitted
  }
}

resource "azurerm_kubernetes_cluster" "everyone" {
  name                = "everyone"
  location            = "westeurope"
  resource_group_name = "shop"
  dns_prefix          = "everyone"

  api_server_access_profile {
    authorized_ip_ranges = ["203.0.113.0/24", "0.0.0.0/0"] # expect: azure-aks-authorized-networks
  }
}

resource "azurerm_kubernetes_cluster" "older" {
  name                            = "older"
  location                        = "westeurope"
  resource_group_name             = "shop"
  dns_prefix                      = "older"
  api_server_authorized_ip_ranges = ["0.0.0.0/0"] # expect: azure-aks-authorized-networks
}

resource "azurerm_kubernetes_cluster" "older_and_empty" {
  name                            = "older-and-empty"
  location                        = "westeurope"
  resource_group_name             = "shop"
  dns_prefix                      = "older-and-empty"
  api_server_authorized_ip_ranges = [] # expect: azure-aks-authorized-networks
}
