resource "google_service_account" "ci" {
  account_id = "ci"
}

resource "google_organization_iam_member" "ci" {
  org_id = "456"
  role   = "roles/orgpolicy.policyViewer"
  member = google_service_account.ci.member
}

# On a project the permission means nothing.
resource "google_project_iam_member" "ci" {
  project = "app"
  role    = "roles/orgpolicy.policyAdmin"
  member  = google_service_account.ci.member
}
