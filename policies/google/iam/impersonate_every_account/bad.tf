variable "project" {}

resource "google_service_account" "ci" {
  account_id = "ci"
}

resource "google_project_iam_member" "ci" {
  project = var.project
  role    = "roles/iam.serviceAccountTokenCreator" # expect: google-iam-impersonate-every-account
  member  = "serviceAccount:${google_service_account.ci.email}"
}

variable "operators" {}

resource "google_folder_iam_binding" "operators" {
  folder  = "folders/123"
  role    = "roles/iam.workloadIdentityUser" # expect: google-iam-impersonate-every-account
  members = ["group:${var.operators}"]
}

# A role of one's own, in a list of roles.
resource "google_project_iam_custom_role" "signer" {
  role_id     = "signer"
  permissions = ["iam.serviceAccounts.get", "iam.serviceAccounts.signBlob"] # expect: google-iam-impersonate-every-account
}

resource "google_project_iam_member" "signer" {
  project = var.project
  role    = google_project_iam_custom_role.signer.id
  member  = "group:signers@example.com"
}

data "google_iam_policy" "organization" {
  binding {
    role    = "roles/iam.serviceAccountTokenCreator" # expect: google-iam-impersonate-every-account
    members = ["group:admins@example.com"]
  }
}

resource "google_organization_iam_policy" "organization" {
  org_id      = "456"
  policy_data = data.google_iam_policy.organization.policy_data
}
