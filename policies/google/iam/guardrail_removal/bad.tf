resource "google_service_account" "ci" {
  account_id = "ci"
}

resource "google_organization_iam_member" "ci" {
  org_id = "456"
  role   = "roles/orgpolicy.policyAdmin" # expect: google-iam-guardrail-removal
  member = google_service_account.ci.member
}

resource "google_folder_iam_binding" "deny" {
  folder  = "folders/123"
  role    = "roles/iam.denyAdmin" # expect: google-iam-guardrail-removal
  members = ["group:platform@example.com"]
}
