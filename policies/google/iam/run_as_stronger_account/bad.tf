variable "project" {}

resource "google_service_account" "admin" {
  account_id = "admin"
}

resource "google_project_iam_member" "admin" {
  project = var.project
  role    = "roles/owner"
  member  = google_service_account.admin.member
}

resource "google_service_account_iam_member" "developers" {
  service_account_id = google_service_account.admin.id
  role               = "roles/iam.serviceAccountUser" # expect: google-iam-run-as-stronger-account
  member             = "group:developers@example.com"
}

resource "google_project_iam_member" "developers" {
  project = var.project
  role    = "roles/cloudfunctions.developer"
  member  = "group:developers@example.com"
}
