variable "project" {}

data "google_project" "this" {}

resource "google_project_iam_member" "logs" {
  project = var.project
  role    = "roles/storage.objectViewer"
  member  = "serviceAccount:${data.google_project.this.number}-compute@developer.gserviceaccount.com" # expect: google-iam-default-account-role
}

data "google_compute_default_service_account" "this" {}

resource "google_folder_iam_binding" "builds" {
  folder = "folders/123"
  role   = "roles/run.developer"
  members = [
    "serviceAccount:builds@app.iam.gserviceaccount.com",
    "serviceAccount:${data.google_compute_default_service_account.this.email}", # expect: google-iam-default-account-role
    "serviceAccount:app@appspot.gserviceaccount.com",                          # expect: google-iam-default-account-role
  ]
}
