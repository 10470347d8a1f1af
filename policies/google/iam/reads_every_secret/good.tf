variable "project" {}

resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_secret_manager_secret_iam_member" "app" {
  secret_id = "app-password"
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.app.member
}

resource "google_project_iam_member" "app" {
  project = var.project
  role    = "roles/secretmanager.secretAccessor"
  member  = google_service_account.app.member

  condition {
    title      = "its own"
    expression = "resource.name.startsWith(\"projects/1/secrets/app-\")"
  }
}

resource "google_project_iam_member" "names" {
  project = var.project
  role    = "roles/secretmanager.viewer"
  member  = google_service_account.app.member
}
