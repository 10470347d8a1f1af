variable "legacy" { # undecided: google-gke-legacy-authorization
  type = bool
}

resource "google_container_cluster" "shop" {
  name               = "shop"
  location           = "europe-west1"
  initial_node_count = 3
}

resource "google_container_cluster" "said" {
  name               = "said"
  location           = "europe-west1"
  initial_node_count = 3
  enable_legacy_abac = false
}

resource "google_container_cluster" "given" {
  name               = "given"
  location           = "europe-west1"
  initial_node_count = 3
  enable_legacy_abac = var.legacy
}
