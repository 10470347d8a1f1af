resource "google_project_iam_member" "company" {
  project = "app"
  role    = "roles/viewer"
  member  = "domain:example.com"
}

# A single bucket is another rule's.
resource "google_storage_bucket_iam_member" "site" {
  bucket = "site"
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}
