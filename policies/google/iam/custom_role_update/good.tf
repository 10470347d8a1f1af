variable "project" {}

resource "google_project_iam_member" "viewer" {
  project = var.project
  role    = "roles/iam.roleViewer"
  member  = "user:jane@example.com"
}
