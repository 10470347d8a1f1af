variable "project" {}

data "google_project" "this" {}

resource "google_service_account" "ci" {
  account_id = "ci"
}

resource "google_service_account" "deploy" {
  account_id = "deploy"
}

# One account only.
resource "google_service_account_iam_member" "ci" {
  service_account_id = google_service_account.deploy.name
  role               = "roles/iam.serviceAccountTokenCreator"
  member             = "serviceAccount:${google_service_account.ci.email}"
}

# A service of Google needs it to act as the accounts of the project.
resource "google_project_iam_member" "pubsub" {
  project = var.project
  role    = "roles/iam.serviceAccountTokenCreator"
  member  = "serviceAccount:service-${data.google_project.this.number}@gcp-sa-pubsub.iam.gserviceaccount.com"
}

# On what the condition says only.
resource "google_project_iam_member" "some" {
  project = var.project
  role    = "roles/iam.serviceAccountTokenCreator"
  member  = "user:jane@example.com"

  condition {
    title      = "one account"
    expression = "resource.name.endsWith(\"/serviceAccounts/123\")"
  }
}
