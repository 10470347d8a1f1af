resource "google_container_cluster" "own" { # expect: google-gke-default-account
  name               = "own"
  initial_node_count = 1
}

resource "google_container_cluster" "main" {
  name                     = "main"
  initial_node_count       = 1
  remove_default_node_pool = true
}

resource "google_container_node_pool" "main" {
  name    = "main"
  cluster = google_container_cluster.main.name

  node_config { # expect: google-gke-default-account
    machine_type = "e2-medium"
  }
}

resource "google_container_node_pool" "named" {
  name    = "named"
  cluster = google_container_cluster.main.name

  node_config {
    service_account = "default" # expect: google-gke-default-account
  }
}

resource "google_container_cluster" "autopilot" { # expect: google-gke-default-account
  name             = "autopilot"
  enable_autopilot = true
}

resource "google_container_cluster" "within" {
  name = "within"

  node_pool {
    name = "main"

    node_config { # expect: google-gke-default-account
      machine_type = "e2-medium"
    }
  }
}

resource "google_container_cluster" "beside" {
  name                     = "beside"
  remove_default_node_pool = true

  node_pool {
    name = "main"

    node_config { # expect: google-gke-default-account
      machine_type = "e2-medium"
    }
  }
}

resource "google_container_cluster" "kept" {
  name = "kept"

  node_pool {
    name = "default-pool"

    node_config { # expect: google-gke-default-account
      machine_type = "e2-medium"
    }
  }
}
