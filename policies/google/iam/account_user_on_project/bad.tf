variable "project" {}

resource "google_project_iam_binding" "users" {
  project = var.project
  role    = "roles/iam.serviceAccountUser" # expect: google-iam-account-user-on-project
  members = ["group:developers@example.com"]
}
