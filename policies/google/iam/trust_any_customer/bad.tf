resource "google_iam_workload_identity_pool" "github" {
  workload_identity_pool_id = "github"
}

resource "google_iam_workload_identity_pool_provider" "github" { # expect: google-iam-trust-any-customer
  workload_identity_pool_id          = google_iam_workload_identity_pool.github.workload_identity_pool_id
  workload_identity_pool_provider_id = "github"

  attribute_mapping = {
    "google.subject"       = "assertion.sub"
    "attribute.repository" = "assertion.repository"
  }

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_service_account" "deploy" {
  account_id = "deploy"
}

resource "google_service_account_iam_member" "deploy" {
  service_account_id = google_service_account.deploy.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.github.name}/*"
}

# By a branch, of whichever repository, in a whole policy.
resource "google_iam_workload_identity_pool" "main" {
  workload_identity_pool_id = "main"
}

resource "google_iam_workload_identity_pool_provider" "main" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.main.workload_identity_pool_id
  workload_identity_pool_provider_id = "main"
  attribute_condition                = "assertion.ref == 'refs/heads/main'" # expect: google-iam-trust-any-customer

  attribute_mapping = {
    "google.subject" = "assertion.sub"
    "attribute.ref"  = "assertion.ref"
  }

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

data "google_iam_policy" "bucket" {
  binding {
    role    = "roles/storage.objectAdmin"
    members = ["principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.main.name}/attribute.ref/refs/heads/main"]
  }
}

resource "google_storage_bucket_iam_policy" "bucket" {
  bucket      = "releases"
  policy_data = data.google_iam_policy.bucket.policy_data
}

# Its members name the pool by its id.
resource "google_iam_workload_identity_pool" "legacy" {
  workload_identity_pool_id = "legacy"
}

resource "google_iam_workload_identity_pool_provider" "legacy" { # expect: google-iam-trust-any-customer
  workload_identity_pool_id          = google_iam_workload_identity_pool.legacy.workload_identity_pool_id
  workload_identity_pool_provider_id = "legacy"

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_project_iam_member" "legacy" {
  project = "example"
  role    = "roles/storage.admin"
  member  = "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/legacy/*"
}
