variable "project" {}

resource "google_service_account" "nodes" {
  account_id = "nodes"
}

resource "google_project_iam_member" "nodes" {
  project = var.project
  role    = "roles/container.defaultNodeServiceAccount"
  member  = google_service_account.nodes.member
}

# Strong, but no cluster runs as it.
resource "google_service_account" "admin" {
  account_id = "admin"
}

resource "google_project_iam_member" "admin" {
  project = var.project
  role    = "roles/owner"
  member  = google_service_account.admin.member
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
  role    = "roles/container.developer"
  member  = "group:developers@example.com"
}
