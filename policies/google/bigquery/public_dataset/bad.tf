resource "google_bigquery_dataset" "events" {
  dataset_id = "events"

  access {
    role          = "READER"
    special_group = "allAuthenticatedUsers" # expect: google-bigquery-public-dataset
  }

  access {
    role       = "READER"
    iam_member = "allUsers" # expect: google-bigquery-public-dataset
  }

  access {
    role          = "OWNER"
    user_by_email = "jane@example.com"
  }
}

resource "google_bigquery_dataset_access" "everyone" {
  dataset_id = "events"
  role       = "roles/bigquery.dataViewer"
  iam_member = "allUsers" # expect: google-bigquery-public-dataset
}

resource "google_bigquery_dataset_access" "customers" {
  dataset_id    = "events"
  role          = "READER"
  special_group = "allAuthenticatedUsers" # expect: google-bigquery-public-dataset
}
