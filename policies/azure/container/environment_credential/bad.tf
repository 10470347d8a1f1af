resource "random_password" "db" {
  length = 24
}

resource "azurerm_container_group" "app" {
  name = "app"
  container {
    name  = "app"
    image = "app:1"
    environment_variables = {
      DB_PASSWORD = random_password.db.result # expect: azure-container-environment-credential
    }
  }
}

resource "azurerm_container_app" "api" {
  name = "api"
  template {
    container {
      name  = "api"
      image = "api:1"
      env {
        name  = "API_TOKEN"
        value = "correct-horse-battery" # expect: azure-container-environment-credential
      }
    }
  }
}
