resource "google_storage_bucket" "exports" {
  name     = "acme-exports"
  location = "EU"
}

resource "google_service_account" "reader" {
  account_id = "reader"
}

variable "viewer" { # undecided: google-storage-public-bucket
  type = string
}

resource "google_storage_bucket_iam_member" "reader" {
  bucket = google_storage_bucket.exports.name
  role   = "roles/storage.objectViewer"
  member = "serviceAccount:${google_service_account.reader.email}"
}

resource "google_storage_bucket_iam_member" "viewer" {
  bucket = google_storage_bucket.exports.name
  role   = "roles/storage.objectViewer"
  member = var.viewer
}

resource "google_storage_bucket_iam_binding" "readers" {
  bucket  = google_storage_bucket.exports.name
  role    = "roles/storage.objectViewer"
  members = ["group:analysts@example.com", "domain:example.com"]
}

resource "google_storage_bucket_acl" "private" {
  bucket         = google_storage_bucket.exports.name
  predefined_acl = "projectPrivate"
}

resource "google_storage_bucket_iam_policy" "team" {
  bucket = google_storage_bucket.exports.name

  policy_data = jsonencode({
    bindings = [
      {
        role    = "roles/storage.objectViewer"
        members = ["group:analysts@example.com"]
      },
    ]
  })
}

resource "google_storage_bucket_access_control" "team" {
  bucket = google_storage_bucket.exports.name
  role   = "READER"
  entity = "group-analysts@example.com"
}
