resource "google_container_cluster" "open" { # expect: google-gke-master-authorized-networks
  name               = "open"
  location           = "europe-west1"
  initial_node_count = 1

  private_cluster_config {
    enable_private_nodes   = true
    master_ipv4_cidr_block = "172.16.0.0/28"
  }
}

resource "google_container_cluster" "everyone" {
  name             = "everyone"
  location         = "europe-west1"
  enable_autopilot = true

  master_authorized_networks_config {
    cidr_blocks {
      cidr_block   = "203.0.113.0/24"
      display_name = "office"
    }
    cidr_blocks {
      cidr_block   = "0.0.0.0/0" # expect: google-gke-master-authorized-networks
      display_name = "everyone"
    }
  }
}

# The empty default keeps the block below from being made.
variable "authorized_networks" {
  type    = list(string)
  default = [] # expect: google-gke-master-authorized-networks
}

resource "google_container_cluster" "none_given" {
  name               = "none-given"
  location           = "europe-west1"
  initial_node_count = 1

  dynamic "master_authorized_networks_config" {
    for_each = length(var.authorized_networks) > 0 ? [var.authorized_networks] : []
    content {
      dynamic "cidr_blocks" {
        for_each = master_authorized_networks_config.value
        content {
          cidr_block = cidr_blocks.value
        }
      }
    }
  }
}
