variable "project" {}

resource "google_service_account" "platform" {
  account_id = "platform"
}

resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_project_iam_member" "platform" {
  project = var.project
  role    = "roles/iam.serviceAccountCreator"
  member  = google_service_account.platform.member
}

resource "google_service_account_iam_member" "platform" {
  service_account_id = google_service_account.app.name
  role               = "roles/iam.serviceAccountAdmin"
  member             = google_service_account.platform.member
}

# May change the policy of the project itself: another rule.
resource "google_project_iam_member" "security" {
  project = var.project
  role    = "roles/iam.securityAdmin"
  member  = "group:security@example.com"
}
