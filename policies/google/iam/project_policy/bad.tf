variable "project" {}

resource "google_service_account" "ci" {
  account_id = "ci"
}

resource "google_project_iam_member" "ci" {
  project = var.project
  role    = "roles/resourcemanager.projectIamAdmin" # expect: google-iam-project-policy
  member  = google_service_account.ci.member
}

resource "google_folder_iam_binding" "folder" {
  folder  = "folders/123"
  role    = "roles/resourcemanager.folderAdmin" # expect: google-iam-project-policy
  members = ["group:teams@example.com"]
}

resource "google_organization_iam_custom_role" "support" {
  org_id      = "456"
  role_id     = "support"
  permissions = ["resourcemanager.projects.get", "resourcemanager.projects.setIamPolicy"] # expect: google-iam-project-policy
}
