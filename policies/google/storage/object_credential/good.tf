resource "google_storage_bucket_object" "page" {
  name    = "index.html"
  bucket  = "web"
  content = "<h1>hello</h1>"
}

# The key lies where keys belong.
resource "google_service_account_key" "ci" {
  service_account_id = "ci"
}

resource "google_secret_manager_secret_version" "ci" {
  secret      = "projects/example/secrets/ci"
  secret_data = google_service_account_key.ci.private_key
}
