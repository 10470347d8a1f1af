resource "random_password" "db" {
  length = 24
}

resource "azurerm_storage_blob" "settings" {
  name                   = "settings.env"
  storage_account_name   = "ops"
  storage_container_name = "ops"
  type                   = "Block"
  source_content         = "changed=${md5(random_password.db.result)}"
}

# Says where the password is kept.
resource "azurerm_storage_blob" "hints" {
  name                   = "hints.env"
  storage_account_name   = "ops"
  storage_container_name = "ops"
  type                   = "Block"
  source_content         = "password_in=vault/db"
}
