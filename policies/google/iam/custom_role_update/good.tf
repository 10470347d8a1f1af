variable "project" {}

resource "google_project_iam_member" "viewer" {
  project = var.project
  role    = "roles/iam.roleViewer"
  member  = "user:jane@example.com"
}

resource "google_project_iam_member" "owner" {
  for_each = toset(["roles/owner", "roles/iam.roleAdmin"])
  project  = var.project
  role     = each.value
  member   = "user:owner@example.com"
}
