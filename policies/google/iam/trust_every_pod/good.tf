resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_service_account_iam_binding" "app" {
  service_account_id = google_service_account.app.name
  role               = "roles/iam.workloadIdentityUser"
  members = [
    "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/app.svc.id.goog/subject/ns/app/sa/app",
    "serviceAccount:app.svc.id.goog[app/app]",
  ]
}

resource "google_service_account_iam_member" "jobs" {
  service_account_id = google_service_account.app.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/app.svc.id.goog/subject/ns/app/sa/jobs"
}
