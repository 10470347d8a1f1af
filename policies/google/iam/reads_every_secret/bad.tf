variable "project" {}

resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_project_iam_member" "app" {
  project = var.project
  role    = "roles/secretmanager.secretAccessor" # expect: google-iam-reads-every-secret
  member  = google_service_account.app.member
}
