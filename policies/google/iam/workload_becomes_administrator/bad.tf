variable "project" {}

resource "google_service_account" "admin" {
  account_id = "admin"
}

resource "google_project_iam_member" "admin" {
  project = var.project
  role    = "roles/owner"
  member  = google_service_account.admin.member
}

resource "google_service_account" "app" { # expect: google-iam-workload-becomes-administrator
  account_id = "app"
}

resource "google_cloud_run_v2_service" "app" {
  name     = "app"
  location = "europe-west1"

  template {
    service_account = google_service_account.app.email
  }
}

resource "google_service_account_iam_member" "app" {
  service_account_id = google_service_account.admin.name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = google_service_account.app.member
}
