variable "project" {}

resource "google_service_account" "ci" {
  account_id = "ci"
}

resource "google_project_iam_member" "ci" {
  project = var.project
  role    = "roles/iam.roleAdmin" # expect: google-iam-custom-role-update
  member  = google_service_account.ci.member
}

resource "google_organization_iam_member" "roles" {
  org_id = "456"
  role   = "roles/iam.organizationRoleAdmin" # expect: google-iam-custom-role-update
  member = "user:jane@example.com"
}
