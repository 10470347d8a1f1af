resource "google_service_account" "logs" {
  account_id = "logs"
}

resource "google_service_account_key" "logs" {
  service_account_id = google_service_account.logs.name # expect: google-iam-account-key
}
