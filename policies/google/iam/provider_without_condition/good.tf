resource "google_iam_workload_identity_pool" "main" {
  workload_identity_pool_id = "main"
}

resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.main.workload_identity_pool_id
  workload_identity_pool_provider_id = "github"
  attribute_condition                = "assertion.repository_owner_id == '1234' && assertion.ref == 'refs/heads/main'"

  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

# One's own server, and one account of AWS.
resource "google_iam_workload_identity_pool_provider" "gitlab" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.main.workload_identity_pool_id
  workload_identity_pool_provider_id = "gitlab"

  attribute_mapping = {
    "google.subject" = "assertion.sub"
  }

  oidc {
    issuer_uri = "https://gitlab.example.com"
  }
}

resource "google_iam_workload_identity_pool_provider" "aws" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.main.workload_identity_pool_id
  workload_identity_pool_provider_id = "aws"

  aws {
    account_id = "123456789012"
  }
}

# The directory of one company, and certificates of one's own.
resource "google_iam_workload_identity_pool_provider" "directory" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.main.workload_identity_pool_id
  workload_identity_pool_provider_id = "directory"

  saml {
    idp_metadata_xml = "<EntityDescriptor/>"
  }
}

resource "google_iam_workload_identity_pool_provider" "devices" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.main.workload_identity_pool_id
  workload_identity_pool_provider_id = "devices"

  x509 {
    trust_store {
      trust_anchors {
        pem_certificate = "-----BEGIN CERTIFICATE-----"
      }
    }
  }
}
