resource "google_sql_database_instance" "unset" {
  name             = "orders"
  database_version = "POSTGRES_16"
  region           = "europe-west1"

  settings { # expect: google-sql-insecure-connections
    tier = "db-custom-2-7680"
  }
}

resource "google_sql_database_instance" "no_mode" {
  name             = "carts"
  database_version = "MYSQL_8_0"
  region           = "europe-west1"

  settings {
    tier = "db-custom-2-7680"

    ip_configuration { # expect: google-sql-insecure-connections
      ipv4_enabled = true
    }
  }
}

resource "google_sql_database_instance" "both" {
  name             = "users"
  database_version = "POSTGRES_16"
  region           = "europe-west1"

  settings {
    tier = "db-custom-2-7680"

    ip_configuration {
      ipv4_enabled = false
      ssl_mode     = "ALLOW_UNENCRYPTED_AND_ENCRYPTED" # expect: google-sql-insecure-connections
    }
  }
}

variable "require_ssl" {
  type    = bool
  default = false # expect: google-sql-insecure-connections
}

resource "google_sql_database_instance" "older" {
  name             = "audit"
  database_version = "POSTGRES_11"
  region           = "europe-west1"

  settings {
    tier = "db-f1-micro"

    ip_configuration {
      require_ssl = var.require_ssl
    }
  }
}

resource "google_sql_database_instance" "nothing" { # expect: google-sql-insecure-connections
  name             = "empty"
  database_version = "POSTGRES_16"
  region           = "europe-west1"
}
