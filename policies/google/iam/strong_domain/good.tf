resource "google_project_iam_binding" "browsers" {
  project = "app"
  role    = "roles/browser"
  members = ["domain:example.com"]
}

resource "google_project_iam_binding" "editors" {
  project = "app"
  role    = "roles/editor"
  members = ["group:developers@example.com"]
}
