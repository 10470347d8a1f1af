variable "project" {}

resource "google_service_account" "nodes" {
  account_id = "nodes"
}

resource "google_project_iam_member" "nodes" {
  project = var.project
  role    = "roles/editor"
  member  = google_service_account.nodes.member
}

resource "google_container_node_pool" "nodes" {
  name    = "nodes"
  cluster = "main"

  node_config {
    service_account = google_service_account.nodes.email
  }
}

resource "google_project_iam_member" "developers" {
  project = var.project
  role    = "roles/container.developer" # expect: google-iam-inside-what-runs-stronger
  member  = "group:developers@example.com"
}
