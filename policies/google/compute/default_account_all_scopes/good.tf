variable "account" {}

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

resource "google_compute_instance" "unknown" {
  name = "unknown"

  service_account {
    email  = var.account
    scopes = ["cloud-platform"]
  }
}

# One that the internet reaches is another rule's.
resource "google_compute_network" "main" {
  name = "main"
}

resource "google_compute_firewall" "ssh" {
  name          = "ssh"
  network       = google_compute_network.main.name
  source_ranges = ["0.0.0.0/0"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}

resource "google_compute_instance" "exposed" {
  name = "exposed"

  network_interface {
    network = google_compute_network.main.name
    access_config {}
  }

  service_account {
    scopes = ["cloud-platform"]
  }
}

# Few scopes, no account at all.
resource "google_compute_instance" "logs" {
  name = "logs"

  service_account {
    scopes = ["logging-write", "monitoring-write"]
  }
}

resource "google_compute_instance" "none" {
  name = "none"
}
