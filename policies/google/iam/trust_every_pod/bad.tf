resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_service_account_iam_member" "app" {
  service_account_id = google_service_account.app.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/app.svc.id.goog/kubernetes.cluster/https://container.googleapis.com/v1/projects/app/locations/europe-west1/clusters/main" # expect: google-iam-trust-every-pod
}
