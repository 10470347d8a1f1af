variable "ssl_mode" {
  type = string
}

locals {
  mode = "ENCRYPTED_ONLY"
}

resource "google_sql_database_instance" "encrypted" {
  name             = "orders"
  database_version = "POSTGRES_16"
  region           = "europe-west1"

  settings {
    tier = "db-custom-2-7680"

    ip_configuration {
      ssl_mode    = local.mode
      require_ssl = false
    }
  }
}

resource "google_sql_database_instance" "certificates" {
  name             = "users"
  database_version = "MYSQL_8_0"
  region           = "europe-west1"

  settings {
    tier = "db-custom-2-7680"

    ip_configuration {
      ssl_mode = "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"
    }
  }
}

resource "google_sql_database_instance" "older" {
  name             = "audit"
  database_version = "POSTGRES_11"
  region           = "europe-west1"

  settings {
    tier = "db-f1-micro"

    ip_configuration {
      require_ssl = true
    }
  }
}

resource "google_sql_database_instance" "said_elsewhere" {
  name             = "reports"
  database_version = "POSTGRES_16"
  region           = "europe-west1"

  settings {
    tier = "db-f1-micro"

    ip_configuration {
      ssl_mode = var.ssl_mode
    }
  }
}

resource "google_sql_database_instance" "clone" {
  name             = "users-copy"
  database_version = "MYSQL_8_0"
  region           = "europe-west1"

  clone {
    source_instance_name = google_sql_database_instance.certificates.name
  }
}

resource "google_sql_database_instance" "connectors" {
  name             = "connectors"
  database_version = "POSTGRES_16"
  region           = "europe-west1"

  settings {
    tier                  = "db-f1-micro"
    connector_enforcement = "REQUIRED"
  }
}
