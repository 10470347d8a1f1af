resource "google_secret_manager_secret" "db" {
  secret_id = "db"
}

resource "google_cloud_run_v2_service" "api" {
  name     = "api"
  location = "europe-west1"
  template {
    containers {
      image = "api:1"
      env {
        name = "DB_PASSWORD"
        value_source {
          secret_key_ref {
            secret  = google_secret_manager_secret.db.secret_id
            version = "latest"
          }
        }
      }
    }
  }
}

resource "google_cloudfunctions2_function" "hook" {
  name     = "hook"
  location = "europe-west1"
  service_config {
    environment_variables = {
      STAGE = "prod"
    }
  }
}
