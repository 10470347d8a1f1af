resource "google_service_account" "shop" {
  account_id = "shop"
}

resource "google_project_iam_member" "shop" {
  project = "example"
  role    = "roles/owner" # expect: google-exposure-service-owner
  member  = "serviceAccount:${google_service_account.shop.email}"
}

resource "google_cloud_run_v2_service" "shop" {
  name     = "shop"
  location = "europe-west1"

  template {
    service_account = google_service_account.shop.email

    containers {
      image = "registry.example.com/shop:1"
    }
  }
}

resource "google_cloud_run_v2_service_iam_member" "shop" {
  name     = google_cloud_run_v2_service.shop.name
  location = google_cloud_run_v2_service.shop.location
  role     = "roles/run.invoker"
  member   = "allUsers"
}

resource "google_service_account" "editor" {
  account_id = "editor"
}

resource "google_project_iam_member" "editor" {
  project = "example"
  role    = "roles/editor" # expect: google-exposure-service-owner
  member  = "serviceAccount:${google_service_account.editor.email}"
}

resource "google_cloud_run_v2_service" "editor" {
  name     = "editor"
  location = "europe-west1"

  template {
    service_account = google_service_account.editor.email

    containers {
      image = "registry.example.com/editor:1"
    }
  }
}

resource "google_cloud_run_v2_service_iam_member" "editor" {
  name     = google_cloud_run_v2_service.editor.name
  location = google_cloud_run_v2_service.editor.location
  role     = "roles/run.invoker"
  member   = "allUsers"
}

resource "google_service_account" "bound" {
  account_id = "bound"
}

resource "google_project_iam_binding" "bound" {
  project = "example"
  role    = "roles/editor" # expect: google-exposure-service-owner
  members = ["serviceAccount:${google_service_account.bound.email}"]
}

resource "google_cloud_run_v2_service" "bound" {
  name     = "bound"
  location = "europe-west1"

  template {
    service_account = google_service_account.bound.email

    containers {
      image = "registry.example.com/bound:1"
    }
  }
}

resource "google_cloud_run_v2_service_iam_member" "bound" {
  name     = google_cloud_run_v2_service.bound.name
  location = google_cloud_run_v2_service.bound.location
  role     = "roles/run.invoker"
  member   = "allUsers"
}
