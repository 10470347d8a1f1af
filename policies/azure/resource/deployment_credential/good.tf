resource "random_password" "db" {
  length = 24
}

resource "azurerm_resource_group_template_deployment" "db" {
  name            = "db"
  deployment_mode = "Incremental"
  parameters_content = jsonencode({
    size = { value = "small" }
  })
}

resource "azurerm_automation_variable_string" "db" {
  name      = "db"
  value     = random_password.db.result
  encrypted = true
}
