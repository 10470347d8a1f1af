variable "office" { # undecided: google-compute-ssh-ingress-open
  type = list(string)
}

resource "google_compute_firewall" "proxy" {
  name    = "proxy"
  network = "main"

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }

  source_ranges = ["35.235.240.0/20"]
}

resource "google_compute_firewall" "office" {
  name    = "office"
  network = "main"

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }

  source_ranges = var.office
}

resource "google_compute_firewall" "jump" {
  name    = "jump"
  network = "main"

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }

  source_tags = ["jump"]
}

resource "google_compute_firewall" "web" {
  name    = "web"
  network = "main"

  allow {
    protocol = "tcp"
    ports    = ["443", "2222"]
  }

  source_ranges = ["0.0.0.0/0"]
}

resource "google_compute_firewall" "refuse" {
  name    = "refuse"
  network = "main"

  deny {
    protocol = "tcp"
    ports    = ["22"]
  }

  source_ranges = ["0.0.0.0/0"]
}
