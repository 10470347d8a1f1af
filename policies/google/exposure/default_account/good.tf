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

# No tag that the rule is for.
resource "google_compute_instance" "web" {
  name         = "web"
  machine_type = "e2-small"
  tags         = ["web"]

  network_interface {
    subnetwork = google_compute_subnetwork.main.id

    access_config {
    }
  }

  service_account {
    scopes = ["cloud-platform"]
  }
}

# No address.
resource "google_compute_instance" "inner" {
  name         = "inner"
  machine_type = "e2-small"
  tags         = ["ssh"]

  network_interface {
    subnetwork = google_compute_subnetwork.main.id
  }

  service_account {
    scopes = ["cloud-platform"]
  }
}

# An account of its own.
resource "google_compute_instance" "own" {
  name         = "own"
  machine_type = "e2-small"
  tags         = ["ssh"]

  network_interface {
    subnetwork = google_compute_subnetwork.main.id

    access_config {
    }
  }

  service_account {
    email  = "app@example.iam.gserviceaccount.com"
    scopes = ["cloud-platform"]
  }
}

# One scope.
resource "google_compute_instance" "scoped" {
  name         = "scoped"
  machine_type = "e2-small"
  tags         = ["ssh"]

  network_interface {
    subnetwork = google_compute_subnetwork.main.id

    access_config {
    }
  }

  service_account {
    scopes = ["https://www.googleapis.com/auth/logging.write"]
  }
}
