variable "project" {}

resource "google_service_account" "rotation" {
  account_id = "rotation"
}

resource "google_project_iam_member" "rotation" {
  project = var.project
  role    = "roles/iam.serviceAccountKeyAdmin" # expect: google-iam-keys-for-every-account
  member  = google_service_account.rotation.member
}

resource "google_project_iam_binding" "storage" {
  project = var.project
  role    = "roles/storage.hmacKeyAdmin" # expect: google-iam-keys-for-every-account
  members = ["user:jane@example.com"]
}
