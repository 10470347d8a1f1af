resource "google_bigquery_dataset" "events" {
  dataset_id = "events"

  access {
    role          = "READER"
    special_group = "projectReaders"
  }

  access {
    role   = "WRITER"
    domain = "example.com"
  }
}

resource "google_bigquery_dataset_access" "jane" {
  dataset_id    = "events"
  role          = "READER"
  user_by_email = "jane@example.com"
}
