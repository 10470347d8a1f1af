resource "azurerm_mssql_server" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  version             = "12.0"

  azuread_administrator {
    login_username = "admins"
    object_id      = "00000000-0000-0000-0000-000000000000"
  }
}

resource "azurerm_mssql_firewall_rule" "everyone" {
  name             = "everyone"
  server_id        = azurerm_mssql_server.shop.id
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255" # expect: azure-sql-firewall-open
}

# Old kinds name their server.
resource "azurerm_postgresql_firewall_rule" "nearly_everyone" {
  name                = "nearly-everyone"
  resource_group_name = "shop"
  server_name         = "shop"
  start_ip_address    = "1.0.0.0"
  end_ip_address      = "223.255.255.255" # expect: azure-sql-firewall-open
}

resource "azurerm_redis_firewall_rule" "everyone" {
  name                = "everyone"
  redis_cache_name    = "shop"
  resource_group_name = "shop"
  start_ip            = "0.0.0.0"
  end_ip              = "255.255.255.255" # expect: azure-sql-firewall-open
}
