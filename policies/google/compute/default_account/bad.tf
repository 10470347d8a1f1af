resource "google_compute_instance" "app" {
  name = "app"

  service_account { # expect: google-compute-default-account
    scopes = ["logging-write"]
  }
}

resource "google_compute_instance_template" "app" {
  name = "app"

  service_account {
    email  = "123-compute@developer.gserviceaccount.com" # expect: google-compute-default-account
    scopes = ["logging-write"]
  }
}

resource "google_compute_region_instance_template" "app" {
  name = "app"

  service_account {
    email  = "123-compute@developer.gserviceaccount.com" # expect: google-compute-default-account
    scopes = ["logging-write"]
  }
}

resource "google_compute_instance_from_template" "app" {
  name                     = "app"
  source_instance_template = "templates/web"

  service_account {
    email  = "123-compute@developer.gserviceaccount.com" # expect: google-compute-default-account
    scopes = ["logging-write"]
  }
}

resource "google_compute_instance_from_machine_image" "app" {
  name                 = "app"
  source_machine_image = "images/web"

  service_account {
    email  = "123-compute@developer.gserviceaccount.com" # expect: google-compute-default-account
    scopes = ["logging-write"]
  }
}
