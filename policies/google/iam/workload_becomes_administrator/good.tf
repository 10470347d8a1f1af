variable "project" {}

resource "google_service_account" "admin" {
  account_id = "admin"
}

resource "google_project_iam_member" "admin" {
  project = var.project
  role    = "roles/owner"
  member  = google_service_account.admin.member
}

resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_cloud_run_v2_service" "app" {
  name     = "app"
  location = "europe-west1"

  template {
    service_account = google_service_account.app.email
  }
}

# May sign as itself only.
resource "google_service_account_iam_member" "app" {
  service_account_id = google_service_account.app.name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = google_service_account.app.member
}

# People may act as the administrator, and no program runs as their account.
resource "google_service_account" "people" {
  account_id = "people"
}

resource "google_service_account_iam_member" "people" {
  service_account_id = google_service_account.admin.name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = google_service_account.people.member
}

# Sees that there is an administrator.
resource "google_service_account_iam_member" "sees" {
  service_account_id = google_service_account.admin.name
  role               = "roles/iam.serviceAccountViewer"
  member             = google_service_account.app.member
}
