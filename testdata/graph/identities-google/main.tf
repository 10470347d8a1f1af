variable "project" {}

variable "people" {
  type = list(string)
}

variable "other" {}

data "google_project" "this" {}

# Owns the project.
resource "google_service_account" "owner" {
  account_id = "owner"
  project    = var.project
}

resource "google_project_iam_member" "owner" {
  project = var.project
  role    = "roles/owner"
  member  = google_service_account.owner.member
}

# Another project of the same configuration.
resource "google_service_account" "elsewhere" {
  account_id = "elsewhere"
  project    = "elsewhere-1"
}

resource "google_project_iam_member" "elsewhere" {
  project = "elsewhere-1"
  role    = "roles/resourcemanager.projectIamAdmin"
  member  = "serviceAccount:elsewhere@elsewhere-1.iam.gserviceaccount.com"
}

# May run code as every account of its project.
resource "google_service_account" "deploy" {
  account_id = "deploy"
  project    = var.project
}

resource "google_project_iam_member" "deploy" {
  for_each = toset(["roles/iam.serviceAccountUser", "roles/run.developer"])
  project  = var.project
  role     = each.value
  member   = "serviceAccount:${google_service_account.deploy.email}"
}

# May act as one account, by that account's own policy.
resource "google_service_account" "worker" {
  account_id = "worker"
  project    = var.project
}

resource "google_service_account_iam_binding" "deploy" {
  service_account_id = google_service_account.deploy.name
  role               = "roles/iam.serviceAccountTokenCreator"

  members = [
    "serviceAccount:${google_service_account.worker.email}",
    "user:jane@example.com",
    "serviceAccount:my-project.svc.id.goog[default/worker]",
    "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/github/attribute.repository/example/app",
  ]
}

resource "google_cloud_run_v2_service" "worker" {
  name = "worker"

  template {
    service_account = google_service_account.worker.email
  }
}

resource "google_compute_instance" "worker" {
  name = "worker"

  service_account {
    email  = "worker@${var.project}.iam.gserviceaccount.com"
    scopes = ["cloud-platform"]
  }
}

# Several bindings for the same people that are declared nowhere.
resource "google_project_iam_member" "jane" {
  project = var.project
  role    = "roles/iam.serviceAccountKeyAdmin"
  member  = "user:jane@example.com"
}

resource "google_project_iam_binding" "people" {
  project = data.google_project.this.project_id
  role    = "roles/editor"
  members = var.people
}

resource "google_project_iam_member" "other" {
  for_each = toset(["roles/iam.serviceAccountAdmin", "roles/secretmanager.secretAccessor"])
  project  = var.project
  role     = each.value
  member   = "group:${var.other}"
}

# A whole policy, with conditions.
data "google_iam_policy" "folder" {
  binding {
    role    = "roles/resourcemanager.folderAdmin"
    members = ["group:admins@example.com"]

    condition {
      title      = "for a while"
      expression = "request.time < timestamp(\"2030-01-01T00:00:00Z\")"
    }
  }

  binding {
    role    = "roles/resourcemanager.projectIamAdmin"
    members = ["serviceAccount:outside@other-1.iam.gserviceaccount.com"]

    condition {
      title      = "some roles only"
      expression = "api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly(['roles/viewer'])"
    }
  }

  binding {
    role    = "roles/iam.securityAdmin"
    members = ["group:auditors@example.com"]

    condition {
      title      = "cannot be told"
      expression = var.other
    }
  }
}

resource "google_folder_iam_policy" "folder" {
  folder      = "folders/123"
  policy_data = data.google_iam_policy.folder.policy_data
}

resource "google_organization_iam_member" "organization" {
  org_id = "456"
  role   = "roles/resourcemanager.organizationAdmin"
  member = "domain:example.com"
}

# Roles of the configuration.
resource "google_project_iam_custom_role" "given" {
  role_id     = "given"
  permissions = ["compute.instances.list", "iam.serviceAccounts.signJwt", "storage.hmacKeys.create"]
}

resource "google_project_iam_member" "given" {
  project = var.project
  role    = google_project_iam_custom_role.given.name
  member  = "user:joe@example.com"
}

resource "google_organization_iam_custom_role" "spare" {
  org_id      = "456"
  role_id     = "spare"
  permissions = ["orgpolicy.policy.set", "resourcemanager.organizations.setIamPolicy"]
}

# Roles that nothing is known of.
resource "google_service_account" "vague" {
  account_id = "vague"
  project    = var.project
}

resource "google_project_iam_member" "vague" {
  for_each = toset(["roles/no.such", var.other])
  project  = var.project
  role     = each.value
  member   = google_service_account.vague.member
}

resource "google_project_iam_member" "unknown_role" {
  project = var.project
  role    = var.other
  member  = google_service_account.vague.member
}

# Accounts that Google makes.
resource "google_project_iam_member" "defaults" {
  for_each = toset(["1-compute@developer.gserviceaccount.com", "service-1@gcp-sa-pubsub.iam.gserviceaccount.com"])
  project  = var.project
  role     = "roles/editor"
  member   = "serviceAccount:${each.value}"
}

data "google_compute_default_service_account" "this" {}

resource "google_storage_bucket_iam_member" "default" {
  bucket = "files"
  role   = "roles/storage.admin"
  member = "serviceAccount:${data.google_compute_default_service_account.this.email}"
}

resource "google_storage_bucket_iam_binding" "public" {
  bucket  = "files"
  role    = "roles/storage.objectViewer"
  members = ["allUsers", "projectViewer:my-project"]
}

resource "google_service_account_key" "worker" {
  service_account_id = google_service_account.worker.name
}

# What nobody may do but the platform team, and what some of them may not do.
resource "google_iam_deny_policy" "keys" {
  name   = "keys"
  parent = urlencode("cloudresourcemanager.googleapis.com/projects/denied-1")

  rules {
    deny_rule {
      denied_principals  = ["principalSet://goog/public:all"]
      denied_permissions = ["iam.googleapis.com/serviceAccountKeys.create"]
      exception_principals = [
        "principalSet://goog/group/platform@example.com",
        "principal://goog/subject/joe@example.com",
      ]
    }
  }

  rules {
    deny_rule {
      denied_principals  = ["principal://goog/subject/jane@example.com"]
      denied_permissions = ["cloudresourcemanager.googleapis.com/projects.setIamPolicy"]
    }
  }
}

resource "google_project_iam_member" "denied" {
  for_each = {
    keys   = ["group:operators@example.com", "roles/iam.serviceAccountKeyAdmin"]
    except = ["user:jim@example.com", "roles/iam.serviceAccountKeyAdmin"]
    joe    = ["user:joe@example.com", "roles/iam.serviceAccountKeyAdmin"]
    all    = ["group:platform@example.com", "roles/iam.serviceAccountKeyAdmin"]
    policy = ["user:jane@example.com", "roles/resourcemanager.projectIamAdmin"]
  }

  project = "denied-1"
  role    = each.value[1]
  member  = each.value[0]
}
