# Open, but nothing in it is privileged.
resource "google_container_cluster" "main" {
  name     = "main"
  location = "europe-west1"
}
