resource "google_compute_network" "main" {
  name                    = "main"
  auto_create_subnetworks = false
}

resource "google_compute_subnetwork" "main" {
  name          = "main"
  network       = google_compute_network.main.id
  ip_cidr_range = "10.0.0.0/24"
}

resource "google_compute_firewall" "ssh" {
  name          = "ssh"
  network       = google_compute_network.main.name
  source_ranges = ["0.0.0.0/0"]
  target_tags   = ["ssh"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}

resource "google_compute_instance" "jump" {
  name         = "jump"
  machine_type = "e2-small"
  tags         = ["ssh"]

  network_interface {
    subnetwork = google_compute_subnetwork.main.id

    access_config {
    }
  }

  service_account {
    scopes = ["cloud-platform"] # expect: google-exposure-default-account
  }
}

resource "google_compute_instance" "old" {
  name         = "old"
  machine_type = "e2-small"
  tags         = ["ssh"]

  network_interface {
    subnetwork = google_compute_subnetwork.main.id

    access_config {
    }
  }

  service_account {
    email  = "123456789012-compute@developer.gserviceaccount.com"
    scopes = ["cloud-platform"] # expect: google-exposure-default-account
  }
}
