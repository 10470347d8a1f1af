resource "google_artifact_registry_repository" "shop" {
  location      = "europe-west1"
  repository_id = "shop"
  format        = "DOCKER"

  docker_config {
    immutable_tags = true
  }
}

resource "google_artifact_registry_repository" "search" {
  location      = "europe-west1"
  repository_id = "search"
  format        = "DOCKER"
}
