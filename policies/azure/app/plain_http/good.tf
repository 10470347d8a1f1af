variable "https" { # undecided: azure-app-plain-http
  type = bool
}

resource "azurerm_linux_web_app" "shop" {
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = "plan"
  https_only          = true

  site_config {}
}

resource "azurerm_linux_function_app" "mails" {
  name                = "mails"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = "plan"
  https_only          = "true"

  site_config {}
}

resource "azurerm_windows_web_app" "partner" {
  name                = "partner"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = "plan"
  https_only          = var.https

  site_config {}
}
