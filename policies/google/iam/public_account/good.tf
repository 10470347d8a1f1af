resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_service_account_iam_member" "jane" {
  service_account_id = google_service_account.app.name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = "user:jane@example.com"
}
