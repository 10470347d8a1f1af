resource "google_project_iam_member" "everyone" {
  project = "app"
  role    = "roles/viewer"
  member  = "allAuthenticatedUsers" # expect: google-iam-public-project
}

resource "google_folder_iam_binding" "everyone" {
  folder = "folders/123"
  role   = "roles/browser"
  members = [
    "group:developers@example.com",
    "allUsers", # expect: google-iam-public-project
  ]
}

data "google_iam_policy" "organization" {
  binding {
    role    = "roles/logging.viewer"
    members = ["allUsers"] # expect: google-iam-public-project
  }
}

resource "google_organization_iam_policy" "organization" {
  org_id      = "456"
  policy_data = data.google_iam_policy.organization.policy_data
}
