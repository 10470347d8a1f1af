variable "project" {}

# Some roles only.
resource "google_project_iam_member" "ci" {
  project = var.project
  role    = "roles/resourcemanager.projectIamAdmin"
  member  = "group:teams@example.com"

  condition {
    title      = "viewers only"
    expression = "api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly(['roles/viewer'])"
  }
}

# The administrators of the organization.
resource "google_organization_iam_binding" "admins" {
  org_id  = "456"
  role    = "roles/resourcemanager.organizationAdmin"
  members = ["group:admins@example.com"]
}

# Looks only.
resource "google_project_iam_member" "reviewer" {
  project = var.project
  role    = "roles/iam.securityReviewer"
  member  = "group:auditors@example.com"
}
