variable "project" {}

variable "number" {}

resource "google_project_iam_member" "builder" {
  project = var.project
  role    = "roles/editor"
  member  = "serviceAccount:${var.number}@cloudbuild.gserviceaccount.com"
}
