variable "name" {
  type = string
}

variable "sources" {
  type = list(string)
}

variable "ports" {
  type = list(number)
}

resource "google_compute_firewall" "this" {
  name          = var.name
  network       = "default"
  source_ranges = var.sources

  dynamic "allow" {
    for_each = var.ports
    content {
      protocol = "tcp"
      ports    = [allow.value]
    }
  }
}
