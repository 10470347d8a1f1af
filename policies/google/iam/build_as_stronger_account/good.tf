variable "number" {}

resource "google_project_iam_member" "builder" {
  project = "app"
  role    = "roles/logging.logWriter"
  member  = "serviceAccount:${var.number}@cloudbuild.gserviceaccount.com"
}

resource "google_project_iam_member" "developers" {
  project = "app"
  role    = "roles/cloudbuild.builds.editor"
  member  = "group:developers@example.com"
}
