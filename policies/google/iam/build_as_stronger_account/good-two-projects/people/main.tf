variable "project" {}

resource "google_project_iam_member" "developers" {
  project = var.project
  role    = "roles/cloudbuild.builds.editor"
  member  = "group:developers@example.com"
}
