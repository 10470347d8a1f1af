resource "google_artifact_registry_repository" "shop" {
  location      = "europe-west1"
  repository_id = "shop"
  format        = "DOCKER"

  docker_config {
    immutable_tags = false # expect: google-artifact-moving-tag
  }
}

resource "google_artifact_registry_repository" "mail" { # expect: google-artifact-moving-tag
  location      = "europe-west1"
  repository_id = "mail"
  format        = "DOCKER"
}

resource "google_cloud_run_v2_service" "mail" {
  name     = "mail"
  location = "europe-west1"

  template {
    containers {
      image = "europe-west1-docker.pkg.dev/example/mail/sender:production"
    }
  }
}
