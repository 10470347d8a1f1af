variable "project" {}

resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_service_account_iam_binding" "users" {
  service_account_id = google_service_account.app.name
  role               = "roles/iam.serviceAccountUser"
  members            = ["group:developers@example.com"]
}

# With the right to run something: another rule.
resource "google_project_iam_member" "ci" {
  for_each = toset(["roles/cloudfunctions.developer", "roles/iam.serviceAccountUser"])
  project  = var.project
  role     = each.value
  member   = "user:ci@example.com"
}

# Editors have it, and much else.
resource "google_project_iam_member" "editor" {
  project = var.project
  role    = "roles/editor"
  member  = "user:editor@example.com"
}
