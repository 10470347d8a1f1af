variable "pool" { # undecided: google-iam-trust-any-customer
  type = string
}

variable "members" {
  type = list(string)
}

# Tokens of every customer are taken, and have a role.
resource "google_iam_workload_identity_pool" "github" {
  workload_identity_pool_id = "github"
}

resource "google_iam_workload_identity_pool_provider" "github" { # expect: google-iam-trust-any-customer
  workload_identity_pool_id          = google_iam_workload_identity_pool.github.workload_identity_pool_id
  workload_identity_pool_provider_id = "github"

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_project_iam_member" "github" {
  project = "example"
  role    = "roles/storage.admin"
  member  = "principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.github.name}/*"
}

# It is unknown which pool this is of.
resource "google_iam_workload_identity_pool_provider" "either" {
  workload_identity_pool_id          = var.pool
  workload_identity_pool_provider_id = "either"

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

# It is unknown whether anybody of this pool has a role.
resource "google_iam_workload_identity_pool" "spare" {
  workload_identity_pool_id = "spare"
}

resource "google_iam_workload_identity_pool_provider" "spare" { # undecided: google-iam-trust-any-customer
  workload_identity_pool_id          = google_iam_workload_identity_pool.spare.workload_identity_pool_id
  workload_identity_pool_provider_id = "spare"

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_project_iam_binding" "spare" {
  project = "example"
  role    = "roles/viewer"
  members = var.members
}
