variable "office" { # undecided: azure-sql-firewall-open
  description = "Address of the office."
  type        = string
}

# Not an address: lets other services of Azure in.
resource "azurerm_mssql_firewall_rule" "azure" {
  name             = "azure"
  server_id        = "/subscriptions/0/resourceGroups/shop/providers/Microsoft.Sql/servers/shop"
  start_ip_address = "0.0.0.0"
  end_ip_address   = "0.0.0.0"
}

resource "azurerm_mysql_flexible_server_firewall_rule" "network" {
  name                = "network"
  resource_group_name = "shop"
  server_name         = "shop"
  start_ip_address    = cidrhost("203.0.113.0/24", 0)
  end_ip_address      = cidrhost("203.0.113.0/24", -1)
}

# Undecided, not violated.
resource "azurerm_mariadb_firewall_rule" "office" {
  name                = "office"
  resource_group_name = "shop"
  server_name         = "shop"
  start_ip_address    = var.office
  end_ip_address      = var.office
}

resource "azurerm_redis_firewall_rule" "network" {
  name                = "network"
  redis_cache_name    = "shop"
  resource_group_name = "shop"
  start_ip            = "203.0.113.0"
  end_ip              = "203.0.113.255"
}
