resource "google_secret_manager_secret" "db" {
  secret_id = "db"
}
