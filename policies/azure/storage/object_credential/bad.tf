resource "random_password" "db" {
  length = 24
}

resource "azurerm_storage_blob" "settings" {
  name                   = "settings.env"
  storage_account_name   = "ops"
  storage_container_name = "ops"
  type                   = "Block"
  source_content         = "password=${random_password.db.result}" # expect: azure-storage-object-credential
}
