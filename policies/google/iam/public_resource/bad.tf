resource "google_kms_key_ring" "main" {
  name     = "main"
  location = "europe"
}

resource "google_kms_crypto_key" "data" {
  name     = "data"
  key_ring = google_kms_key_ring.main.id
}

resource "google_kms_crypto_key_iam_member" "everyone" {
  crypto_key_id = google_kms_crypto_key.data.id
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = "allUsers" # expect: google-iam-public-resource
}

resource "google_kms_key_ring_iam_binding" "everyone" {
  key_ring_id = google_kms_key_ring.main.id
  role        = "roles/cloudkms.viewer"
  members     = ["allAuthenticatedUsers"] # expect: google-iam-public-resource
}

resource "google_pubsub_topic_iam_binding" "everyone" {
  topic   = "orders"
  role    = "roles/pubsub.publisher"
  members = ["allAuthenticatedUsers"] # expect: google-iam-public-resource
}

data "google_iam_policy" "secret" {
  binding {
    role    = "roles/secretmanager.secretAccessor"
    members = ["allUsers"] # expect: google-iam-public-resource
  }
}

resource "google_secret_manager_secret_iam_policy" "secret" {
  secret_id   = "password"
  policy_data = data.google_iam_policy.secret.policy_data
}

# Nothing here has it yet.
data "google_iam_policy" "spare" {
  binding {
    role    = "roles/bigquery.dataViewer"
    members = ["group:analysts@example.com", "allUsers"] # expect: google-iam-public-resource
  }
}
