variable "admin_ranges" {
  type    = list(string)
  default = ["203.0.113.0/24", "35.235.240.0/20"]
}

variable "partner_ranges" {
  type = list(string)
}

resource "google_compute_firewall" "admin" {
  name          = "allow-rdp-from-office"
  network       = "default"
  source_ranges = var.admin_ranges

  allow {
    protocol = "tcp"
    ports    = ["3389"]
  }
}

# Whoever runs this says who may connect.
resource "google_compute_firewall" "partner" {
  name          = "allow-rdp-from-partner"
  network       = "default"
  source_ranges = var.partner_ranges

  allow {
    protocol = "tcp"
    ports    = ["3389"]
  }
}

resource "google_compute_firewall" "web" {
  name          = "allow-web"
  network       = "default"
  source_ranges = ["0.0.0.0/0"]

  allow {
    protocol = "tcp"
    ports    = ["80", "443", "8000-9000"]
  }

  allow {
    protocol = "udp"
    ports    = ["3389"]
  }
}

resource "google_compute_firewall" "egress" {
  name               = "allow-out"
  network            = "default"
  direction          = "EGRESS"
  destination_ranges = ["0.0.0.0/0"]

  allow {
    protocol = "tcp"
  }
}

resource "google_compute_firewall" "off" {
  name          = "rdp-in-an-emergency"
  network       = "default"
  disabled      = true
  source_ranges = ["0.0.0.0/0"]

  allow {
    protocol = "tcp"
    ports    = ["3389"]
  }
}

resource "google_compute_firewall" "blocked" {
  name          = "deny-rdp"
  network       = "default"
  priority      = 10
  source_ranges = ["0.0.0.0/0"]

  deny {
    protocol = "tcp"
    ports    = ["3389"]
  }
}

resource "google_compute_firewall" "internal" {
  name        = "allow-rdp-from-bastion"
  network     = "default"
  source_tags = ["bastion"]

  allow {
    protocol = "tcp"
    ports    = ["3389"]
  }
}

resource "google_compute_firewall" "from_account" {
  name                    = "allow-rdp-from-jump-host"
  network                 = "default"
  source_service_accounts = ["jump@example.iam.gserviceaccount.com"]

  allow {
    protocol = "tcp"
    ports    = ["3389"]
  }
}
