resource "random_password" "db" {
  length = 24
}

resource "azurerm_linux_web_app" "web" {
  name = "web"
  app_settings = {
    STAGE       = "prod"
    DB_PASSWORD = random_password.db.result # expect: azure-app-settings-credential
  }
}
