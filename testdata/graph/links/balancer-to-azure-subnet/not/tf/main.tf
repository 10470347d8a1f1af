resource "azurerm_subnet" "a" {
  name = "internal"
}
