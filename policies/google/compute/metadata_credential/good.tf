resource "google_secret_manager_secret" "db" {
  secret_id = "db"
}

resource "google_compute_instance" "web" {
  name         = "web"
  machine_type = "e2-small"
  metadata = {
    enable-oslogin = "TRUE"
    db-secret      = google_secret_manager_secret.db.id
  }
  metadata_startup_script = "gcloud secrets versions access latest --secret=${google_secret_manager_secret.db.secret_id}"
}

resource "random_password" "db" {
  length = 24
}

resource "google_secret_manager_secret_version" "db" {
  secret      = google_secret_manager_secret.db.id
  secret_data = random_password.db.result
}
