resource "google_storage_bucket" "private" {
  name                     = "acme-private"
  location                 = "EU"
  public_access_prevention = "enforced"
}

# The bucket refuses this grant.
resource "google_storage_bucket_iam_member" "everyone" {
  bucket = google_storage_bucket.private.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}
