resource "random_password" "db" {
  length = 24
}

resource "azurerm_key_vault_secret" "db" {
  name         = "db"
  value        = random_password.db.result
  key_vault_id = "/subscriptions/0/vault"
}

resource "azurerm_linux_web_app" "web" {
  name = "web"
  app_settings = {
    DB_PASSWORD = "@Microsoft.KeyVault(SecretUri=${azurerm_key_vault_secret.db.versionless_id})"
  }
}
