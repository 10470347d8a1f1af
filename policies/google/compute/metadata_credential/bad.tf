resource "random_password" "db" {
  length = 24
}

resource "google_service_account_key" "ci" {
  service_account_id = "ci"
}

resource "google_compute_instance" "web" {
  name         = "web"
  machine_type = "e2-small"
  metadata = {
    db-password = random_password.db.result # expect: google-compute-metadata-credential
    stage       = "prod"
  }
  metadata_startup_script = "echo '${google_service_account_key.ci.private_key}' > /etc/key" # expect: google-compute-metadata-credential
}

resource "google_compute_project_metadata_item" "key" {
  key   = "deploy"
  value = google_service_account_key.ci.private_key # expect: google-compute-metadata-credential
}
