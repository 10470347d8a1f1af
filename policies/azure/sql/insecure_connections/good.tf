variable "tls" { # undecided: azure-sql-insecure-connections
  type = bool
}

resource "azurerm_mysql_server" "either" {
  name                    = "either"
  resource_group_name     = "shop"
  location                = "westeurope"
  sku_name                = "B_Gen5_2"
  version                 = "8.0"
  ssl_enforcement_enabled = var.tls
}

resource "azurerm_postgresql_server" "shop" {
  name                    = "shop"
  resource_group_name     = "shop"
  location                = "westeurope"
  sku_name                = "B_Gen5_2"
  version                 = "11"
  ssl_enforcement_enabled = true
}

resource "azurerm_postgresql_flexible_server_configuration" "secure" {
  name      = "require_secure_transport"
  server_id = "shop"
  value     = "on"
}

resource "azurerm_mysql_flexible_server_configuration" "other" {
  name                = "log_bin_trust_function_creators"
  resource_group_name = "shop"
  server_name         = "shop"
  value               = "OFF"
}

resource "azurerm_redis_cache" "sessions" {
  name                = "sessions"
  resource_group_name = "shop"
  location            = "westeurope"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
}

resource "azurerm_redis_cache" "older" {
  name                = "older"
  resource_group_name = "shop"
  location            = "westeurope"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"
  enable_non_ssl_port = false
}
