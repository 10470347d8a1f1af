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

resource "google_project_iam_member" "builder_of_another_project" {
  project = "tools"
  role    = "roles/editor"
  member  = "serviceAccount:123456789012@cloudbuild.gserviceaccount.com"
}
