variable "project" {}

resource "google_service_account" "platform" {
  account_id = "platform"
}

resource "google_project_iam_member" "platform" {
  project = var.project
  role    = "roles/iam.serviceAccountAdmin" # expect: google-iam-account-policies
  member  = google_service_account.platform.member
}
