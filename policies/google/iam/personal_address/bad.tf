resource "google_project_iam_member" "jane" {
  project = "app"
  role    = "roles/run.developer"
  member  = "user:jane@gmail.com" # expect: google-iam-personal-address
}

resource "google_storage_bucket_iam_binding" "readers" {
  bucket = "reports"
  role   = "roles/storage.objectViewer"
  members = [
    "user:joe@example.com",
    "user:Joe@Outlook.com", # expect: google-iam-personal-address
  ]
}
