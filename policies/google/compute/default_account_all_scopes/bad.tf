resource "google_compute_instance" "app" {
  name = "app"

  service_account {
    scopes = ["cloud-platform"] # expect: google-compute-default-account-all-scopes
  }
}

data "google_compute_default_service_account" "this" {}

resource "google_compute_instance_template" "app" {
  name_prefix = "app-"

  service_account {
    email  = data.google_compute_default_service_account.this.email
    scopes = ["https://www.googleapis.com/auth/cloud-platform"] # expect: google-compute-default-account-all-scopes
  }
}

resource "google_compute_region_instance_template" "app" {
  name_prefix = "app-"

  service_account {
    email  = "123-compute@developer.gserviceaccount.com"
    scopes = ["https://www.googleapis.com/auth/logging.write", "cloud-platform"] # expect: google-compute-default-account-all-scopes
  }
}

resource "google_compute_instance_from_template" "app" {
  name                     = "app"
  source_instance_template = "templates/web"

  service_account {
    scopes = ["cloud-platform"] # expect: google-compute-default-account-all-scopes
  }
}

resource "google_compute_instance_from_machine_image" "app" {
  name                 = "app"
  source_machine_image = "images/web"

  service_account {
    scopes = ["cloud-platform"] # expect: google-compute-default-account-all-scopes
  }
}
