variable "password" {
  type      = string
  sensitive = true
}

resource "random_password" "shop" {
  length = 32
}

resource "google_alloydb_user" "shop" {
  password = var.password
}

resource "google_sql_user" "shop" {
  password = random_password.shop.result
}

resource "google_sql_database_instance" "shop" {
  root_password = var.password
}

resource "google_compute_vpn_tunnel" "shop" {
  shared_secret = random_password.shop.result
}

resource "google_compute_region_ssl_certificate" "shop" {
  private_key = var.password
}

resource "google_compute_ssl_certificate" "shop" {
  private_key = random_password.shop.result
}

resource "google_identity_platform_default_supported_idp_config" "shop" {
  client_secret = var.password
}

resource "google_identity_platform_oauth_idp_config" "shop" {
  client_secret = random_password.shop.result
}

resource "google_alloydb_cluster" "shop" {
  initial_user {
    password = var.password
  }
}

resource "google_compute_backend_service" "shop" {
  iap {
    oauth2_client_secret = random_password.shop.result
  }
}

resource "google_compute_region_backend_service" "shop" {
  iap {
    oauth2_client_secret = var.password
  }
}

resource "google_container_cluster" "shop" {
  master_auth {
    password = random_password.shop.result
  }
}

resource "google_sql_database_instance" "to_be_filled_in" {
  root_password = "INSERT-PASSWORD-HERE"
}
