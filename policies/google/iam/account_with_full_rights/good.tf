variable "project" {}

data "google_project" "this" {}

resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_project_iam_member" "app" {
  project = var.project
  role    = "roles/run.invoker"
  member  = google_service_account.app.member
}

# People, and an account that a service of Google acts as.
resource "google_project_iam_binding" "editors" {
  project = var.project
  role    = "roles/editor"
  members = [
    "group:developers@example.com",
    "serviceAccount:${data.google_project.this.number}@cloudservices.gserviceaccount.com",
  ]
}
