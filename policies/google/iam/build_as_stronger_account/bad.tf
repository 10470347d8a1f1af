variable "number" {}

resource "google_project_iam_member" "builder" {
  project = "app"
  role    = "roles/editor"
  member  = "serviceAccount:${var.number}@cloudbuild.gserviceaccount.com"
}

resource "google_project_iam_member" "developers" {
  project = "app"
  role    = "roles/cloudbuild.builds.editor" # expect: google-iam-build-as-stronger-account
  member  = "group:developers@example.com"
}
