variable "project" {}

resource "google_service_account" "ci" {
  account_id = "ci"
}

resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_project_iam_member" "ci" {
  project = var.project
  role    = "roles/run.developer"
  member  = "serviceAccount:${google_service_account.ci.email}"
}

resource "google_service_account_iam_member" "ci" {
  service_account_id = google_service_account.app.name
  role               = "roles/iam.serviceAccountUser"
  member             = "serviceAccount:${google_service_account.ci.email}"
}

# Editors have it, and much else.
resource "google_project_iam_member" "editor" {
  project = var.project
  role    = "roles/editor"
  member  = "user:editor@example.com"
}

# The account that a service acts as, once the number is filled in.
resource "google_project_iam_member" "agent" {
  project = "app"
  role    = "roles/run.serviceAgent"
  member  = "serviceAccount:service-PROJECT_NUMBER@serverless-robot-prod.iam.gserviceaccount.com"
}
