resource "azurerm_kubernetes_cluster" "main" {
  name                    = "main"
  private_cluster_enabled = true
  default_node_pool {
    name                   = "default"
    node_public_ip_enabled = true
    node_network_profile {
      allowed_host_ports {
        port_start = 30000
        port_end   = 30100
        protocol   = "TCP"
      }
    }
  }
}
