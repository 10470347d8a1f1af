variable "project" {}

resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_project_iam_member" "app" {
  project = var.project
  role    = "roles/storage.objectViewer"
  member  = google_service_account.app.member
}

# One bucket, not the project.
resource "google_storage_bucket_iam_member" "default" {
  bucket = "images"
  role   = "roles/storage.objectViewer"
  member = "serviceAccount:123-compute@developer.gserviceaccount.com"
}

# The role of an editor is another rule's.
resource "google_project_iam_member" "editor" {
  project = var.project
  role    = "roles/editor"
  member  = "serviceAccount:123-compute@developer.gserviceaccount.com"
}
