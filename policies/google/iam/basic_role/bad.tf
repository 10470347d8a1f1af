resource "google_project_iam_binding" "editors" {
  project = "app"
  role    = "roles/editor" # expect: google-iam-basic-role
  members = ["group:developers@example.com"]
}

resource "google_folder_iam_member" "viewer" {
  folder = "folders/123"
  role   = "roles/viewer" # expect: google-iam-basic-role
  member = "serviceAccount:monitoring@app.iam.gserviceaccount.com"
}

data "google_iam_policy" "organization" {
  binding {
    role    = "roles/owner" # expect: google-iam-basic-role
    members = ["group:admins@example.com"]
  }
}

resource "google_organization_iam_policy" "organization" {
  org_id      = "456"
  policy_data = data.google_iam_policy.organization.policy_data
}
