resource "random_password" "db" {
  length = 24
}

resource "azurerm_container_group" "app" {
  name = "app"
  container {
    name  = "app"
    image = "app:1"
    secure_environment_variables = {
      DB_PASSWORD = random_password.db.result
    }
  }
}

resource "azurerm_container_app" "api" {
  name = "api"
  secret {
    name  = "token"
    value = random_password.db.result
  }
  template {
    container {
      name  = "api"
      image = "api:1"
      env {
        name        = "API_TOKEN"
        secret_name = "token"
      }
    }
  }
}
