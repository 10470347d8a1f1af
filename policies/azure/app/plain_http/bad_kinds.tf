resource "azurerm_app_service" "shop" { # expect: azure-app-plain-http
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  app_service_plan_id = "plan"
}

resource "azurerm_function_app" "shop" { # expect: azure-app-plain-http
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  app_service_plan_id = "plan"
}

resource "azurerm_function_app_flex_consumption" "shop" { # expect: azure-app-plain-http
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  service_plan_id     = "plan"
}

resource "azurerm_function_app_slot" "shop" { # expect: azure-app-plain-http
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  app_service_plan_id = "plan"
}

resource "azurerm_linux_function_app_slot" "shop" { # expect: azure-app-plain-http
  name            = "shop"
  function_app_id = "app"
}

resource "azurerm_linux_web_app_slot" "shop" { # expect: azure-app-plain-http
  name           = "shop"
  app_service_id = "app"
}

resource "azurerm_logic_app_standard" "shop" { # expect: azure-app-plain-http
  name                = "shop"
  resource_group_name = "shop"
  location            = "westeurope"
  app_service_plan_id = "plan"
}

resource "azurerm_windows_function_app_slot" "shop" { # expect: azure-app-plain-http
  name            = "shop"
  function_app_id = "app"
}

resource "azurerm_windows_web_app_slot" "shop" { # expect: azure-app-plain-http
  name           = "shop"
  app_service_id = "app"
}
