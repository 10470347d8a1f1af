resource "google_project_iam_binding" "people" {
  project = "app"
  role    = "roles/run.developer"
  members = ["user:jane@example.com", "group:team@googlegroups.com", "serviceAccount:app@app.iam.gserviceaccount.com"]
}
