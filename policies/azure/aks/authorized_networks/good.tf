variable "office" {
  type = string
}

variable "private" {
  type = bool
}

resource "azurerm_kubernetes_cluster" "listed" {
  name                = "listed"
  location            = "westeurope"
  resource_group_name = "shop"
  dns_prefix          = "listed"

  api_server_access_profile {
    authorized_ip_ranges = ["203.0.113.0/24"]
  }
}

resource "azurerm_kubernetes_cluster" "older" {
  name                            = "older"
  location                        = "westeurope"
  resource_group_name             = "shop"
  dns_prefix                      = "older"
  api_server_authorized_ip_ranges = ["${var.office}/32"]
}

resource "azurerm_kubernetes_cluster" "private" {
  name                    = "private"
  location                = "westeurope"
  resource_group_name     = "shop"
  dns_prefix              = "private"
  private_cluster_enabled = true
}

resource "azurerm_kubernetes_cluster" "either" { # undecided: azure-aks-authorized-networks
  name                    = "either"
  location                = "westeurope"
  resource_group_name     = "shop"
  dns_prefix              = "either"
  private_cluster_enabled = var.private
}
