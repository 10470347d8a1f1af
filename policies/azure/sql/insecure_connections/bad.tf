variable "tls" {
  type    = bool
  default = false # expect: azure-sql-insecure-connections
}

resource "azurerm_mariadb_server" "shop" {
  name                    = "shop"
  resource_group_name     = "shop"
  location                = "westeurope"
  sku_name                = "B_Gen5_2"
  version                 = "10.3"
  ssl_enforcement_enabled = var.tls
}

resource "azurerm_mysql_server" "shop" {
  name                    = "shop"
  resource_group_name     = "shop"
  location                = "westeurope"
  sku_name                = "B_Gen5_2"
  version                 = "8.0"
  ssl_enforcement_enabled = false # expect: azure-sql-insecure-connections
}

resource "azurerm_postgresql_server" "shop" {
  name                    = "shop"
  resource_group_name     = "shop"
  location                = "westeurope"
  sku_name                = "B_Gen5_2"
  version                 = "11"
  ssl_enforcement_enabled = false # expect: azure-sql-insecure-connections
}

resource "azurerm_mysql_flexible_server_configuration" "plain" {
  name                = "require_secure_transport"
  resource_group_name = "shop"
  server_name         = "shop"
  value               = "OFF" # expect: azure-sql-insecure-connections
}

resource "azurerm_postgresql_flexible_server_configuration" "plain" {
  name      = "require_secure_transport"
  server_id = "shop"
  value     = "off" # expect: azure-sql-insecure-connections
}

resource "azurerm_redis_cache" "sessions" {
  name                 = "sessions"
  resource_group_name  = "shop"
  location             = "westeurope"
  capacity             = 1
  family               = "C"
  sku_name             = "Standard"
  non_ssl_port_enabled = true # expect: azure-sql-insecure-connections
}

resource "azurerm_redis_cache" "older" {
  name                = "older"
  resource_group_name = "shop"
  location            = "westeurope"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
  enable_non_ssl_port = true # expect: azure-sql-insecure-connections
}
