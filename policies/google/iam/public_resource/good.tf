resource "google_pubsub_topic_iam_member" "app" {
  topic  = "orders"
  role   = "roles/pubsub.publisher"
  member = "serviceAccount:app@app.iam.gserviceaccount.com"
}

# Each has a rule of its own.
resource "google_storage_bucket_iam_member" "site" {
  bucket = "site"
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}

resource "google_cloud_run_v2_service_iam_member" "site" {
  name     = "site"
  location = "europe-west1"
  role     = "roles/run.invoker"
  member   = "allUsers"
}

resource "google_project_iam_member" "everyone" {
  project = "app"
  role    = "roles/browser"
  member  = "allUsers"
}

data "google_iam_policy" "team" {
  binding {
    role    = "roles/bigquery.dataViewer"
    members = ["group:analysts@example.com"]
  }
}

resource "google_pubsub_topic" "orders" {
  name = "orders"
}

resource "google_pubsub_topic_iam_binding" "team" {
  topic   = google_pubsub_topic.orders.name
  role    = "roles/pubsub.subscriber"
  members = ["group:warehouse@example.com"]
}
