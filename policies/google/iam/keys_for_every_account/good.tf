variable "project" {}

resource "google_service_account" "rotation" {
  account_id = "rotation"
}

resource "google_service_account" "partner" {
  account_id = "partner"
}

resource "google_service_account_iam_member" "rotation" {
  service_account_id = google_service_account.partner.name
  role               = "roles/iam.serviceAccountKeyAdmin"
  member             = google_service_account.rotation.member
}

resource "google_project_iam_member" "viewer" {
  project = var.project
  role    = "roles/iam.serviceAccountViewer"
  member  = google_service_account.rotation.member
}
