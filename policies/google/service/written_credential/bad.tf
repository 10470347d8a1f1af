resource "google_alloydb_user" "shop" {
  password = "hunter2" # expect: google-service-written-credential
}

resource "google_sql_user" "shop" {
  password = "hunter2" # expect: google-service-written-credential
}

resource "google_sql_database_instance" "shop" {
  root_password = "hunter2" # expect: google-service-written-credential
}

resource "google_compute_vpn_tunnel" "shop" {
  shared_secret = "hunter2" # expect: google-service-written-credential
}

resource "google_compute_region_ssl_certificate" "shop" {
  private_key = "hunter2" # expect: google-service-written-credential
}

resource "google_compute_ssl_certificate" "shop" {
  private_key = "hunter2" # expect: google-service-written-credential
}

resource "google_identity_platform_default_supported_idp_config" "shop" {
  client_secret = "hunter2" # expect: google-service-written-credential
}

resource "google_identity_platform_oauth_idp_config" "shop" {
  client_secret = "hunter2" # expect: google-service-written-credential
}

resource "google_alloydb_cluster" "shop" {
  initial_user {
    password = "hunter2" # expect: google-service-written-credential
  }
}

resource "google_compute_backend_service" "shop" {
  iap {
    oauth2_client_secret = "hunter2" # expect: google-service-written-credential
  }
}

resource "google_compute_region_backend_service" "shop" {
  iap {
    oauth2_client_secret = "hunter2" # expect: google-service-written-credential
  }
}

resource "google_container_cluster" "shop" {
  master_auth {
    password = "hunter2" # expect: google-service-written-credential
  }
}

variable "initial" {
  default = "hunter2" # expect: google-service-written-credential
}

resource "google_alloydb_user" "by_default" {
  password = var.initial
}
