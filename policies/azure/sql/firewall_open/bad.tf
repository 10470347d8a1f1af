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

resource "azurerm_mysql_flexible_server_firewall_rule" "everyone" {
  name                = "everyone"
  resource_group_name = "shop"
  server_name         = "shop"
  start_ip_address    = "0.0.0.0"
  end_ip_address      = "255.255.255.255" # expect: azure-sql-firewall-open
}

resource "azurerm_cosmosdb_postgresql_firewall_rule" "everyone" {
  name             = "everyone"
  cluster_id       = "/subscriptions/0/resourceGroups/shop/providers/Microsoft.DBforPostgreSQL/serverGroupsv2/shop"
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255" # expect: azure-sql-firewall-open
}

resource "azurerm_mongo_cluster_firewall_rule" "everyone" {
  name             = "everyone"
  mongo_cluster_id = "/subscriptions/0/resourceGroups/shop/providers/Microsoft.DocumentDB/mongoClusters/shop"
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255" # expect: azure-sql-firewall-open
}

resource "azurerm_synapse_firewall_rule" "everyone" {
  name                 = "everyone"
  synapse_workspace_id = "/subscriptions/0/resourceGroups/shop/providers/Microsoft.Synapse/workspaces/shop"
  start_ip_address     = "0.0.0.0"
  end_ip_address       = "255.255.255.255" # expect: azure-sql-firewall-open
}

# Kinds of older providers.
resource "azurerm_mysql_firewall_rule" "everyone" {
  name                = "everyone"
  resource_group_name = "shop"
  server_name         = "shop"
  start_ip_address    = "0.0.0.0"
  end_ip_address      = "255.255.255.255" # expect: azure-sql-firewall-open
}

resource "azurerm_sql_firewall_rule" "everyone" {
  name                = "everyone"
  resource_group_name = "shop"
  server_name         = "shop"
  start_ip_address    = "0.0.0.0"
  end_ip_address      = "255.255.255.255" # expect: azure-sql-firewall-open
}
