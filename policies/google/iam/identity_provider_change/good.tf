variable "project" {}

resource "google_project_iam_member" "viewer" {
  project = var.project
  role    = "roles/iam.workloadIdentityPoolViewer"
  member  = "group:developers@example.com"
}
