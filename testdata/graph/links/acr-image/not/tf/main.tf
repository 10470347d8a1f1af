resource "azurerm_container_registry" "r" {
  name = "shop"
}
