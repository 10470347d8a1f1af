resource "google_cloud_run_service_iam_member" "app" {
  service  = "app"
  location = "europe-west1"
  role     = "roles/run.invoker"
  member   = "serviceAccount:caller@app.iam.gserviceaccount.com"
}

# To change it is worse, and another rule's.
resource "google_cloud_run_service_iam_member" "everyone" {
  service  = "app"
  location = "europe-west1"
  role     = "roles/run.developer"
  member   = "allUsers"
}
