resource "google_service_account_key" "ci" {
  service_account_id = "ci"
}

resource "google_storage_bucket_object" "key" {
  name    = "ci.json"
  bucket  = "ops"
  content = base64decode(google_service_account_key.ci.private_key) # expect: google-storage-object-credential
}
