resource "google_service_account" "nodes" {
  account_id = "nodes"
}

resource "google_container_cluster" "main" {
  name                     = "main"
  initial_node_count       = 1
  remove_default_node_pool = true
}

resource "google_container_node_pool" "main" {
  name    = "main"
  cluster = google_container_cluster.main.name

  node_config {
    service_account = google_service_account.nodes.email
  }
}

variable "account" {}

resource "google_container_node_pool" "unknown" {
  name    = "unknown"
  cluster = google_container_cluster.main.name

  node_config {
    service_account = var.account
  }
}

resource "google_container_cluster" "autopilot" {
  name             = "autopilot"
  enable_autopilot = true

  cluster_autoscaling {
    auto_provisioning_defaults {
      service_account = google_service_account.nodes.email
    }
  }
}

resource "google_container_cluster" "within" {
  name = "within"

  node_pool {
    name = "main"

    node_config {
      service_account = "nodes@example.iam.gserviceaccount.com"
    }
  }
}

resource "google_container_cluster" "removed" {
  name                     = "removed"
  remove_default_node_pool = true

  node_pool {
    name               = "default-pool"
    initial_node_count = 1

    node_config {
      machine_type = "e2-medium"
    }
  }
}
