variable "certificate" { # undecided: google-gke-client-certificate
  type = bool
}

resource "google_container_cluster" "unset" {
  name               = "unset"
  initial_node_count = 1
}

resource "google_container_cluster" "off" {
  name               = "off"
  initial_node_count = 1

  master_auth {
    client_certificate_config {
      issue_client_certificate = false
    }
  }
}

resource "google_container_cluster" "either" {
  name               = "either"
  initial_node_count = 1

  master_auth {
    client_certificate_config {
      issue_client_certificate = var.certificate
    }
  }
}
