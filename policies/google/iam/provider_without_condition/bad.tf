resource "google_iam_workload_identity_pool" "github" {
  workload_identity_pool_id = "github"
}

resource "google_iam_workload_identity_pool_provider" "github" { # expect: google-iam-provider-without-condition
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

# Says nothing of whose word it takes.
resource "google_iam_workload_identity_pool_provider" "any" { # expect: google-iam-provider-without-condition
  workload_identity_pool_id          = "elsewhere"
  workload_identity_pool_provider_id = "any"
}

# Asks for what everybody can say.
resource "google_iam_workload_identity_pool_provider" "terraform" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.github.workload_identity_pool_id
  workload_identity_pool_provider_id = "terraform"
  attribute_condition                = "assertion.terraform_run_phase == 'apply'" # expect: google-iam-provider-without-condition

  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }

  oidc {
    issuer_uri = "https://app.terraform.io"
  }
}

resource "google_service_account" "deploy" {
  account_id = "deploy"
}

resource "google_service_account_iam_member" "deploy" {
  service_account_id = google_service_account.deploy.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.github.name}/attribute.repository/example/app"
}
