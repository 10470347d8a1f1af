variable "partner" { # undecided: google-exposure-database
  type = string
}

resource "google_sql_database_instance" "office" {
  name             = "office"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-7680"

    ip_configuration {
      authorized_networks {
        value = "203.0.113.0/24"
      }

      authorized_networks {
        value = var.partner
      }
    }
  }
}

resource "google_sql_database_instance" "private" {
  name             = "private"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-7680"

    ip_configuration {
      ipv4_enabled    = false
      private_network = "projects/shop/global/networks/main"

      authorized_networks {
        value = "0.0.0.0/0"
      }
    }
  }
}

# Strangers have no certificate.
resource "google_sql_database_instance" "certificates" {
  name             = "certificates"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-7680"

    ip_configuration {
      ssl_mode = "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"

      authorized_networks {
        value = "0.0.0.0/0"
      }
    }
  }
}

resource "google_sql_database_instance" "certificates_by_the_older_name" {
  name             = "older"
  database_version = "POSTGRES_13"

  settings {
    tier = "db-custom-2-7680"

    ip_configuration {
      require_ssl = true

      authorized_networks {
        value = "0.0.0.0/0"
      }
    }
  }
}

resource "google_sql_database_instance" "proxy" {
  name             = "proxy"
  database_version = "POSTGRES_16"

  settings {
    tier = "db-custom-2-7680"
  }
}
