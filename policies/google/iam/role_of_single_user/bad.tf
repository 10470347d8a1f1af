resource "google_project_iam_member" "jane" {
  project = "app"
  role    = "roles/run.developer"
  member  = "user:jane@example.com" # expect: google-iam-role-of-single-user
}
