variable "project" {}

resource "google_service_account" "logs" {
  account_id = "logs"
}

resource "google_project_iam_member" "logs" {
  project = var.project
  role    = "roles/logging.logWriter"
  member  = google_service_account.logs.member
}

resource "google_service_account_key" "logs" {
  service_account_id = google_service_account.logs.name
}
