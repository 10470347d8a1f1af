variable "project" {}

resource "google_service_account" "admin" {
  account_id = "admin"
}

resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_project_iam_member" "admin" {
  project = var.project
  role    = "roles/owner"
  member  = google_service_account.admin.member
}

# An ordinary account.
resource "google_service_account_iam_member" "developers" {
  service_account_id = google_service_account.app.id
  role               = "roles/iam.serviceAccountUser"
  member             = "group:developers@example.com"
}

resource "google_project_iam_member" "developers" {
  project = var.project
  role    = "roles/cloudfunctions.developer"
  member  = "group:developers@example.com"
}

# Nothing to run as it.
resource "google_service_account_iam_member" "auditors" {
  service_account_id = google_service_account.admin.id
  role               = "roles/iam.serviceAccountUser"
  member             = "group:auditors@example.com"
}
