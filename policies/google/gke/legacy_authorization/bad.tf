resource "google_container_cluster" "shop" {
  name               = "shop"
  location           = "europe-west1"
  initial_node_count = 3
  enable_legacy_abac = true # expect: google-gke-legacy-authorization
}

variable "legacy" {
  type    = string
  default = "true" # expect: google-gke-legacy-authorization
}

resource "google_container_cluster" "given" {
  name               = "given"
  location           = "europe-west1"
  initial_node_count = 3
  enable_legacy_abac = var.legacy
}
