resource "google_compute_instance" "app" {
  name = "app"

  service_account { # expect: google-compute-default-account
    scopes = ["logging-write"]
  }
}
