resource "azurerm_service_plan" "main" {
  name                = "main"
  resource_group_name = "shop"
  location            = "westeurope"
  os_type             = "Linux"
  sku_name            = "P1v3"
}

resource "azurerm_linux_web_app" "shop" { # expect: azure-app-plain-http
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id

  site_config {}
}

resource "azurerm_windows_function_app" "mails" {
  name                = "mails"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = azurerm_service_plan.main.id
  https_only          = false # expect: azure-app-plain-http

  site_config {}
}

variable "secure" {
  type    = bool
  default = false # expect: azure-app-plain-http
}

resource "azurerm_app_service_slot" "staging" {
  name                = "staging"
  resource_group_name = "shop"
  location            = "westeurope"
  app_service_name    = "shop"
  app_service_plan_id = "plan"
  https_only          = var.secure
}
