resource "random_password" "db" {
  length = 24
}

resource "google_cloud_run_v2_service" "api" {
  name     = "api"
  location = "europe-west1"
  template {
    containers {
      image = "api:1"
      env {
        name  = "DB"
        value = random_password.db.result # expect: google-run-environment-credential
      }
    }
  }
}

resource "google_cloudfunctions2_function" "hook" {
  name     = "hook"
  location = "europe-west1"
  service_config {
    environment_variables = {
      WEBHOOK_SECRET = "correct-horse-battery" # expect: google-run-environment-credential
    }
  }
}
