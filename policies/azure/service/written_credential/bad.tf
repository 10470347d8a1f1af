resource "azurerm_linux_virtual_machine" "shop" {
  admin_password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_linux_virtual_machine_scale_set" "shop" {
  admin_password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_windows_virtual_machine" "shop" {
  admin_password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_windows_virtual_machine_scale_set" "shop" {
  admin_password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_cosmosdb_postgresql_cluster" "shop" {
  administrator_login_password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_mariadb_server" "shop" {
  administrator_login_password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_mssql_managed_instance" "shop" {
  administrator_login_password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_mssql_server" "shop" {
  administrator_login_password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_mysql_server" "shop" {
  administrator_login_password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_postgresql_server" "shop" {
  administrator_login_password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_sql_managed_instance" "shop" {
  administrator_login_password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_sql_server" "shop" {
  administrator_login_password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_mongo_cluster" "shop" {
  administrator_password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_mysql_flexible_server" "shop" {
  administrator_password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_postgresql_flexible_server" "shop" {
  administrator_password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_synapse_workspace" "shop" {
  sql_administrator_login_password = "hunter2" # expect: azure-service-written-credential
}

resource "azuread_user" "shop" {
  password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_automation_credential" "shop" {
  password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_cosmosdb_mongo_user_definition" "shop" {
  password = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_virtual_network_gateway_connection" "shop" {
  shared_key = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_function_app" "shop" {
  storage_account_access_key = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_linux_function_app" "shop" {
  storage_account_access_key = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_windows_function_app" "shop" {
  storage_account_access_key = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_virtual_machine" "shop" {
  os_profile {
    admin_password = "hunter2" # expect: azure-service-written-credential
  }
}

resource "azurerm_virtual_machine_scale_set" "shop" {
  os_profile {
    admin_password = "hunter2" # expect: azure-service-written-credential
  }
}

resource "azurerm_kubernetes_cluster" "shop" {
  service_principal {
    client_secret = "hunter2" # expect: azure-service-written-credential
  }

  windows_profile {
    admin_password = "hunter2" # expect: azure-service-written-credential
  }
}

resource "azurerm_container_group" "shop" {
  image_registry_credential {
    password = "hunter2" # expect: azure-service-written-credential
  }
}

variable "initial" {
  default = "hunter2" # expect: azure-service-written-credential
}

resource "azurerm_linux_virtual_machine" "by_default" {
  admin_password = var.initial
}
