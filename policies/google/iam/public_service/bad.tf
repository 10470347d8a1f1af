resource "google_cloud_run_service_iam_member" "everyone" {
  service  = "app"
  location = "europe-west1"
  role     = "roles/run.invoker"
  member   = "allUsers" # expect: google-iam-public-service
}

resource "google_cloudfunctions_function_iam_binding" "everyone" {
  cloud_function = "hook"
  role           = "roles/cloudfunctions.invoker"
  members        = ["allAuthenticatedUsers"] # expect: google-iam-public-service
}
