resource "google_iam_workload_identity_pool" "github" {
  workload_identity_pool_id = "github"
}

resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.github.workload_identity_pool_id
  workload_identity_pool_provider_id = "github"
  attribute_condition                = "assertion.repository_owner == 'example'"

  attribute_mapping = {
    "google.subject" = "assertion.sub"
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

# Nobody of these pools has a role: what their providers ask for is another rule's.
resource "google_iam_workload_identity_pool_provider" "elsewhere" {
  workload_identity_pool_id          = "elsewhere"
  workload_identity_pool_provider_id = "elsewhere"

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_iam_workload_identity_pool" "spare" {
  workload_identity_pool_id = "spare"
}

resource "google_iam_workload_identity_pool_provider" "spare" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.spare.workload_identity_pool_id
  workload_identity_pool_provider_id = "spare"

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_project_iam_binding" "team" {
  project = "example"
  role    = "roles/viewer"
  members = ["group:developers@example.com"]
}
