variable "project" {}

resource "google_service_account" "ci" {
  account_id = "ci"
}

resource "google_project_iam_member" "ci" {
  for_each = toset([
    "roles/run.developer",
    "roles/iam.serviceAccountUser", # expect: google-iam-act-as-every-account
  ])

  project = var.project
  role    = each.value
  member  = "serviceAccount:${google_service_account.ci.email}"
}

# What they may run is given elsewhere.
resource "google_project_iam_binding" "operators" {
  project = var.project
  role    = "roles/iam.serviceAccountUser" # expect: google-iam-act-as-every-account
  members = ["group:operators@example.com"]
}
