resource "google_compute_network" "main" {
  name = "main"
}

resource "google_container_cluster" "main" {
  name                     = "main"
  network                  = google_compute_network.main.id
  remove_default_node_pool = true
  private_cluster_config {
    enable_private_endpoint = true
  }
}

resource "google_container_node_pool" "main" {
  cluster = google_container_cluster.main.name
  node_config {
    tags = ["web"]
  }
}

resource "google_compute_firewall" "web" {
  name          = "web"
  network       = google_compute_network.main.id
  source_ranges = ["0.0.0.0/0"]
  target_tags   = ["web"]
  allow {
    protocol = "tcp"
    ports    = ["30000-30100"]
  }
}
