resource "azurerm_kubernetes_cluster" "main" {
  name                    = "main"
  private_cluster_enabled = true
  default_node_pool {
    name = "default"
  }
}

# Public addresses, but no port is let through.
resource "azurerm_kubernetes_cluster_node_pool" "shut" {
  name                   = "shut"
  kubernetes_cluster_id  = azurerm_kubernetes_cluster.main.id
  node_public_ip_enabled = true
}
