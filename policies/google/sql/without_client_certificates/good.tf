variable "mode" { # undecided: google-sql-without-client-certificates
  type = string
}

resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "europe-west1"

  settings {
    tier = "db-custom-2-7680"

    ip_configuration {
      ssl_mode = "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"
    }
  }
}

resource "google_sql_database_instance" "reports" {
  name             = "reports"
  database_version = "SQLSERVER_2022_STANDARD"
  region           = "europe-west1"

  settings {
    tier = "db-custom-2-7680"

    ip_configuration {
      ssl_mode = "ENCRYPTED_ONLY"
    }
  }
}

resource "google_sql_database_instance" "either" {
  name             = "either"
  database_version = "POSTGRES_17"
  region           = "europe-west1"

  settings {
    tier = "db-custom-2-7680"

    ip_configuration {
      ssl_mode = var.mode
    }
  }
}

resource "google_sql_database_instance" "connectors" {
  name             = "connectors"
  database_version = "POSTGRES_17"
  region           = "europe-west1"

  settings {
    tier                  = "db-custom-2-7680"
    connector_enforcement = "REQUIRED"

    ip_configuration {
      ssl_mode = "ENCRYPTED_ONLY"
    }
  }
}
