variable "project" {}

resource "google_service_account" "ci" {
  account_id = "ci"
}

resource "google_project_iam_member" "ci" {
  project = var.project
  role    = "roles/deploymentmanager.editor" # expect: google-iam-deployment-as-editor
  member  = google_service_account.ci.member
}
