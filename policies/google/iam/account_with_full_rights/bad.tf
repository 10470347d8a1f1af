variable "project" {}

resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_project_iam_member" "app" {
  project = var.project
  role    = "roles/editor" # expect: google-iam-account-with-full-rights
  member  = "serviceAccount:${google_service_account.app.email}"
}

resource "google_compute_instance" "app" {
  name = "app"

  service_account {
    email  = google_service_account.app.email
    scopes = ["cloud-platform"]
  }
}

# The account that every project has.
resource "google_folder_iam_binding" "default" {
  folder  = "folders/123"
  role    = "roles/owner" # expect: google-iam-account-with-full-rights
  members = ["serviceAccount:123-compute@developer.gserviceaccount.com"]
}

# Declared elsewhere.
resource "google_organization_iam_member" "terraform" {
  org_id = "456"
  role   = "roles/resourcemanager.organizationAdmin" # expect: google-iam-account-with-full-rights
  member = "serviceAccount:terraform@seed-1.iam.gserviceaccount.com"
}
