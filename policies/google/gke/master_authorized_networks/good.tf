variable "networks" {
  type = map(string)
}

resource "google_container_cluster" "listed" {
  name               = "listed"
  location           = "europe-west1"
  initial_node_count = 1

  master_authorized_networks_config {
    cidr_blocks {
      cidr_block   = "203.0.113.0/24"
      display_name = "office"
    }
  }
}

resource "google_container_cluster" "given" {
  name               = "given"
  location           = "europe-west1"
  initial_node_count = 1

  master_authorized_networks_config {
    dynamic "cidr_blocks" {
      for_each = var.networks
      content {
        display_name = cidr_blocks.key
        cidr_block   = cidr_blocks.value
      }
    }
  }
}

resource "google_container_cluster" "nobody" {
  name               = "nobody"
  location           = "europe-west1"
  initial_node_count = 1

  master_authorized_networks_config {}
}

resource "google_container_cluster" "private" {
  name               = "private"
  location           = "europe-west1"
  initial_node_count = 1

  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = true
    master_ipv4_cidr_block  = "172.16.0.0/28"
  }
}

resource "google_container_cluster" "by_name_only" {
  name               = "by-name-only"
  location           = "europe-west1"
  initial_node_count = 1

  control_plane_endpoints_config {
    ip_endpoints_config {
      enabled = false
    }
  }
}
