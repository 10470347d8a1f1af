# Callers are named.
resource "google_service_account" "named" {
  account_id = "named"
}

resource "google_project_iam_member" "named" {
  project = "example"
  role    = "roles/owner"
  member  = "serviceAccount:${google_service_account.named.email}"
}

resource "google_cloud_run_v2_service" "named" {
  name     = "named"
  location = "europe-west1"

  template {
    service_account = google_service_account.named.email

    containers {
      image = "registry.example.com/named:1"
    }
  }
}

resource "google_cloud_run_v2_service_iam_member" "named" {
  name     = google_cloud_run_v2_service.named.name
  location = google_cloud_run_v2_service.named.location
  role     = "roles/run.invoker"
  member   = "serviceAccount:web@example.iam.gserviceaccount.com"
}

# Few rights.
resource "google_service_account" "few" {
  account_id = "few"
}

resource "google_project_iam_member" "few" {
  project = "example"
  role    = "roles/storage.objectViewer"
  member  = "serviceAccount:${google_service_account.few.email}"
}

resource "google_cloud_run_v2_service" "few" {
  name     = "few"
  location = "europe-west1"

  template {
    service_account = google_service_account.few.email

    containers {
      image = "registry.example.com/few:1"
    }
  }
}

resource "google_cloud_run_v2_service_iam_member" "few" {
  name     = google_cloud_run_v2_service.few.name
  location = google_cloud_run_v2_service.few.location
  role     = "roles/run.invoker"
  member   = "allUsers"
}

# From inside of the network.
resource "google_service_account" "inner" {
  account_id = "inner"
}

resource "google_project_iam_member" "inner" {
  project = "example"
  role    = "roles/owner"
  member  = "serviceAccount:${google_service_account.inner.email}"
}

resource "google_cloud_run_v2_service" "inner" {
  name     = "inner"
  location = "europe-west1"
  ingress  = "INGRESS_TRAFFIC_INTERNAL_ONLY"

  template {
    service_account = google_service_account.inner.email

    containers {
      image = "registry.example.com/inner:1"
    }
  }
}

resource "google_cloud_run_v2_service_iam_member" "inner" {
  name     = google_cloud_run_v2_service.inner.name
  location = google_cloud_run_v2_service.inner.location
  role     = "roles/run.invoker"
  member   = "allUsers"
}
