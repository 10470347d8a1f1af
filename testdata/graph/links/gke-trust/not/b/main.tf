resource "google_service_account" "web" {
  account_id = "web"
}

resource "google_service_account_iam_member" "web" {
  service_account_id = google_service_account.web.name
  role               = "roles/iam.serviceAccountUser"
  member             = "serviceAccount:${var.project}.svc.id.goog[shop/web]"
}

variable "project" {}
