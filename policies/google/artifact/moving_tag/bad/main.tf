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

resource "google_artifact_registry_repository" "press" { # expect: google-artifact-moving-tag
  location      = "europe-west1"
  repository_id = "press"
  format        = "DOCKER"
}

resource "google_cloud_run_service" "press" {
  name     = "press"
  location = "europe-west1"

  template {
    spec {
      containers {
        image = "europe-west1-docker.pkg.dev/example/press/web"
      }
    }
  }
}

# It cannot be told what is run.
variable "image" {
  type = string
}

resource "google_cloud_run_v2_service" "jobs" {
  name     = "jobs"
  location = "europe-west1"

  template {
    containers {
      image = var.image
    }
  }
}

resource "google_artifact_registry_repository" "jobs" { # undecided: google-artifact-moving-tag
  location      = "europe-west1"
  repository_id = "jobs"
  format        = "DOCKER"
}
