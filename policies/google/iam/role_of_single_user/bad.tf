resource "google_project_iam_member" "jane" {
  project = "app"
  role    = "roles/run.developer"
  member  = "user:jane@example.com" # expect: google-iam-role-of-single-user
}

# Roles of one's own, whose names are not known before they are made.
resource "google_project_iam_custom_role" "deployer" {
  role_id     = "deployer"
  title       = "Deployer"
  permissions = ["run.services.get", "run.services.list"]
}

resource "google_project_iam_member" "grace" {
  project = "app"
  role    = google_project_iam_custom_role.deployer.id
  member  = "user:grace@example.com" # expect: google-iam-role-of-single-user
}

resource "google_organization_iam_custom_role" "auditor" {
  role_id     = "auditor"
  org_id      = "123456789"
  title       = "Auditor"
  permissions = ["run.services.list"]
}

resource "google_project_iam_member" "ada" {
  project = "app"
  role    = google_organization_iam_custom_role.auditor.id
  member  = "user:ada@example.com" # expect: google-iam-role-of-single-user
}
