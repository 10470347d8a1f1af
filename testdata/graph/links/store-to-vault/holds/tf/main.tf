resource "azurerm_key_vault" "v" {
  name = "v"
}
