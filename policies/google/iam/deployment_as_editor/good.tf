variable "project" {}

resource "google_project_iam_member" "viewer" {
  project = var.project
  role    = "roles/deploymentmanager.viewer"
  member  = "user:jane@example.com"
}

# An editor gains nothing by it.
resource "google_project_iam_member" "editor" {
  project = var.project
  role    = "roles/editor"
  member  = "user:editor@example.com"
}
