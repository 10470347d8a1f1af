resource "google_project_iam_binding" "developers" {
  project = "app"
  role    = "roles/run.developer"
  members = ["group:developers@example.com"]
}

# A service account that is an editor is another rule's.
resource "google_project_iam_member" "app" {
  project = "app"
  role    = "roles/editor"
  member  = "serviceAccount:app@app.iam.gserviceaccount.com"
}

# One dataset only.
resource "google_bigquery_dataset_iam_member" "owner" {
  dataset_id = "events"
  role       = "roles/owner"
  member     = "user:jane@example.com"
}
