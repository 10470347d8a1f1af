resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_16"
  region           = "europe-west1"

  settings {
    tier = "db-custom-2-7680"

    ip_configuration {
      ipv4_enabled = true
      ssl_mode     = "ENCRYPTED_ONLY"

      authorized_networks {
        name  = "office"
        value = "203.0.113.0/24"
      }

      authorized_networks {
        name  = "everyone"
        value = "0.0.0.0/0" # expect: google-exposure-database
      }
    }
  }
}

# A public address is the default.
resource "google_sql_database_instance" "halves" {
  name             = "halves"
  database_version = "MYSQL_8_0"

  settings {
    tier = "db-f1-micro"

    ip_configuration {
      dynamic "authorized_networks" {
        for_each = ["0.0.0.0/1", "128.0.0.0/1"] # expect: google-exposure-database google-exposure-database

        content {
          value = authorized_networks.value
        }
      }
    }
  }
}
