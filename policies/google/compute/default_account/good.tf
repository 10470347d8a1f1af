resource "google_service_account" "app" {
  account_id = "app"
}

resource "google_compute_instance" "app" {
  name = "app"

  service_account {
    email  = google_service_account.app.email
    scopes = ["cloud-platform"]
  }
}

# With every scope it is another rule's.
resource "google_compute_instance" "all" {
  name = "all"

  service_account {
    scopes = ["cloud-platform"]
  }
}

resource "google_compute_instance" "none" {
  name = "none"
}

resource "google_compute_instance" "logs" {
  name = "logs"

  service_account {
    email  = google_service_account.app.email
    scopes = ["logging-write"]
  }
}
