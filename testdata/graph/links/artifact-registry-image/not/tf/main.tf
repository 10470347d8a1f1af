resource "google_artifact_registry_repository" "r" {
  repository_id = "images"
}
