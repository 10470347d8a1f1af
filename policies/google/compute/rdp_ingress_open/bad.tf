resource "google_compute_network" "main" {
  name                    = "main"
  auto_create_subnetworks = false
}

resource "google_compute_firewall" "rdp" {
  name          = "allow-rdp"
  network       = google_compute_network.main.name
  source_ranges = ["0.0.0.0/0"] # expect: google-compute-rdp-ingress-open

  allow {
    protocol = "tcp"
    ports    = ["22", "3389"]
  }
}

resource "google_compute_firewall" "range" {
  name      = "allow-high-ports"
  network   = google_compute_network.main.name
  direction = "INGRESS"

  source_ranges = [
    "10.0.0.0/8",
    "0.0.0.0/0", # expect: google-compute-rdp-ingress-open
    "::/0",      # expect: google-compute-rdp-ingress-open
  ]

  allow {
    protocol = "icmp"
  }

  allow {
    protocol = "TCP"
    ports    = ["1024-65535"]
  }
}

# Target tags limit which machines are open, source tags only add to the sources.
resource "google_compute_firewall" "tagged" {
  name          = "allow-all-tcp"
  network       = google_compute_network.main.name
  source_ranges = ["0.0.0.0/0"] # expect: google-compute-rdp-ingress-open
  source_tags   = ["bastion"]
  target_tags   = ["windows"]

  allow {
    protocol = "tcp"
  }
}

resource "google_compute_firewall" "no_source" { # expect: google-compute-rdp-ingress-open
  name    = "allow-everything"
  network = google_compute_network.main.name

  allow {
    protocol = "all"
  }
}
