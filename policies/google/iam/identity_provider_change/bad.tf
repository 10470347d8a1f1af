variable "project" {}

resource "google_project_iam_member" "pools" {
  project = var.project
  role    = "roles/iam.workloadIdentityPoolAdmin" # expect: google-iam-identity-provider-change
  member  = "group:developers@example.com"
}
