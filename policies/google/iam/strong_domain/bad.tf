resource "google_project_iam_binding" "editors" {
  project = "app"
  role    = "roles/editor"
  members = ["domain:example.com"] # expect: google-iam-strong-domain
}
