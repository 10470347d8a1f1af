resource "google_compute_network" "main" {
  name                    = "main"
  auto_create_subnetworks = false
}

resource "google_compute_firewall" "login" {
  name    = "login"
  network = google_compute_network.main.name

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }

  source_ranges = ["0.0.0.0/0"] # expect: google-compute-ssh-ingress-open
  target_tags   = ["jump"]
}

resource "google_compute_firewall" "low_ports" {
  name    = "low-ports"
  network = google_compute_network.main.id

  allow {
    protocol = "udp"
    ports    = ["53"]
  }

  allow {
    protocol = "tcp"
    ports    = ["443", "20-25"]
  }

  source_ranges = [
    "203.0.113.0/24",
    "::/0", # expect: google-compute-ssh-ingress-open
  ]
}

# Without a source, every address is one.
resource "google_compute_firewall" "no_source" { # expect: google-compute-ssh-ingress-open
  name    = "no-source"
  network = google_compute_network.main.id

  allow {
    protocol = "6"
    ports    = [22]
  }
}
