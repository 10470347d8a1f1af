resource "google_storage_bucket" "exports" {
  name     = "acme-exports"
  location = "EU"
}

resource "google_storage_bucket_iam_member" "everyone" {
  bucket = google_storage_bucket.exports.name
  role   = "roles/storage.objectViewer"
  member = "allUsers" # expect: google-storage-public-bucket
}

resource "google_storage_bucket_iam_binding" "readers" {
  bucket = google_storage_bucket.exports.name
  role   = "roles/storage.legacyBucketReader"

  members = [
    "group:analysts@example.com",
    "allAuthenticatedUsers", # expect: google-storage-public-bucket
  ]
}

variable "reader" {
  type    = string
  default = "allUsers" # expect: google-storage-public-bucket
}

resource "google_storage_bucket_iam_member" "by_variable" {
  for_each = toset(["roles/storage.objectViewer", "roles/storage.legacyObjectReader"])

  bucket = google_storage_bucket.exports.name
  role   = each.key
  member = var.reader
}

resource "google_storage_bucket_iam_policy" "whole" {
  bucket = google_storage_bucket.exports.name

  policy_data = jsonencode({
    bindings = [
      {
        role    = "roles/storage.admin"
        members = ["group:ops@example.com"]
      },
      {
        role    = "roles/storage.objectViewer"
        members = ["allUsers"] # expect: google-storage-public-bucket
      },
    ]
  })
}

resource "google_storage_bucket_access_control" "reader" {
  bucket = google_storage_bucket.exports.name
  role   = "READER"
  entity = "allUsers" # expect: google-storage-public-bucket
}

resource "google_storage_bucket_acl" "listed" {
  bucket = google_storage_bucket.exports.name

  role_entity = [
    "OWNER:user-ops@example.com",
    "READER:allUsers", # expect: google-storage-public-bucket
  ]
}

resource "google_storage_bucket_acl" "predefined" {
  bucket         = google_storage_bucket.exports.name
  predefined_acl = "publicRead" # expect: google-storage-public-bucket
}

data "google_iam_policy" "public" {
  binding {
    role    = "roles/storage.admin"
    members = ["group:ops@example.com"]
  }

  binding {
    role = "roles/storage.objectViewer"
    members = [
      "group:analysts@example.com",
      "allUsers", # expect: google-storage-public-bucket
    ]
  }
}

resource "google_storage_bucket_iam_policy" "by_data_source" {
  bucket      = google_storage_bucket.exports.name
  policy_data = data.google_iam_policy.public.policy_data
}
