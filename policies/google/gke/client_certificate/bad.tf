variable "certificate" {
  type    = bool
  default = true # expect: google-gke-client-certificate
}

resource "google_container_cluster" "by_default" {
  name               = "by-default"
  initial_node_count = 1

  master_auth {
    client_certificate_config {
      issue_client_certificate = var.certificate
    }
  }
}

resource "google_container_cluster" "written" {
  name               = "written"
  initial_node_count = 1

  master_auth {
    client_certificate_config {
      issue_client_certificate = true # expect: google-gke-client-certificate
    }
  }
}
