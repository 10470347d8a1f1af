resource "google_project_iam_binding" "developers" {
  project = "app"
  role    = "roles/run.developer"
  members = ["group:developers@example.com", "serviceAccount:app@app.iam.gserviceaccount.com"]
}

# Somebody's own bucket.
resource "google_storage_bucket_iam_member" "jane" {
  bucket = "jane"
  role   = "roles/storage.admin"
  member = "user:jane@example.com"
}

resource "google_project_iam_member" "developers" {
  project = "app"
  role    = "roles/run.developer"
  member  = "group:developers@example.com"
}
