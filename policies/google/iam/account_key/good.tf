resource "google_service_account" "deploy" {
  account_id = "deploy"
}

resource "google_project_iam_member" "deploy" {
  project = "app"
  role    = "roles/owner"
  member  = google_service_account.deploy.member
}

resource "google_service_account_key" "deploy" {
  service_account_id = google_service_account.deploy.name
}
