variable "password" {
  type      = string
  sensitive = true
}

resource "random_password" "shop" {
  length = 32
}

resource "azurerm_linux_virtual_machine" "shop" {
  admin_password = var.password
}

resource "azurerm_linux_virtual_machine_scale_set" "shop" {
  admin_password = random_password.shop.result
}

resource "azurerm_windows_virtual_machine" "shop" {
  admin_password = var.password
}

resource "azurerm_windows_virtual_machine_scale_set" "shop" {
  admin_password = random_password.shop.result
}

resource "azurerm_cosmosdb_postgresql_cluster" "shop" {
  administrator_login_password = var.password
}

resource "azurerm_mariadb_server" "shop" {
  administrator_login_password = random_password.shop.result
}

resource "azurerm_mssql_managed_instance" "shop" {
  administrator_login_password = var.password
}

resource "azurerm_mssql_server" "shop" {
  administrator_login_password = random_password.shop.result
}

resource "azurerm_mysql_server" "shop" {
  administrator_login_password = var.password
}

resource "azurerm_postgresql_server" "shop" {
  administrator_login_password = random_password.shop.result
}

resource "azurerm_sql_managed_instance" "shop" {
  administrator_login_password = var.password
}

resource "azurerm_sql_server" "shop" {
  administrator_login_password = random_password.shop.result
}

resource "azurerm_mongo_cluster" "shop" {
  administrator_password = var.password
}

resource "azurerm_mysql_flexible_server" "shop" {
  administrator_password = random_password.shop.result
}

resource "azurerm_postgresql_flexible_server" "shop" {
  administrator_password = var.password
}

resource "azurerm_synapse_workspace" "shop" {
  sql_administrator_login_password = random_password.shop.result
}

resource "azuread_user" "shop" {
  password = var.password
}

resource "azurerm_automation_credential" "shop" {
  password = random_password.shop.result
}

resource "azurerm_cosmosdb_mongo_user_definition" "shop" {
  password = var.password
}

resource "azurerm_virtual_network_gateway_connection" "shop" {
  shared_key = random_password.shop.result
}

resource "azurerm_function_app" "shop" {
  storage_account_access_key = var.password
}

resource "azurerm_linux_function_app" "shop" {
  storage_account_access_key = random_password.shop.result
}

resource "azurerm_windows_function_app" "shop" {
  storage_account_access_key = var.password
}

resource "azurerm_virtual_machine" "shop" {
  os_profile {
    admin_password = random_password.shop.result
  }
}

resource "azurerm_virtual_machine_scale_set" "shop" {
  os_profile {
    admin_password = var.password
  }
}

resource "azurerm_kubernetes_cluster" "shop" {
  service_principal {
    client_secret = random_password.shop.result
  }

  windows_profile {
    admin_password = var.password
  }
}

resource "azurerm_container_group" "shop" {
  image_registry_credential {
    password = random_password.shop.result
  }
}
