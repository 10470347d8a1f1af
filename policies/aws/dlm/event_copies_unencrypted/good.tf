variable "encrypted" { # undecided: aws-dlm-event-copies-unencrypted
  type = bool
}

resource "aws_dlm_lifecycle_policy" "shared" {
  description        = "Snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"

  policy_details {
    policy_type = "EVENT_BASED_POLICY"

    action {
      name = "copy"

      cross_region_copy {
        target = "eu-west-1"

        encryption_configuration {
          encrypted = true
        }
      }
    }

    event_source {
      type = "MANAGED_CWE"

      parameters {
        event_type        = "shareSnapshot"
        snapshot_owner    = ["111122223333"]
        description_regex = "^daily"
      }
    }
  }
}

resource "aws_dlm_lifecycle_policy" "daily" {
  description        = "Snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { backup = "daily" }

    schedule {
      name = "daily"

      create_rule {
        interval = 24
      }

      retain_rule {
        count = 14
      }

      cross_region_copy_rule {
        target    = "eu-west-1"
        encrypted = false
      }
    }
  }
}

resource "aws_dlm_lifecycle_policy" "scratch" {
  description        = "Snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"

  policy_details {
    policy_type = "EVENT_BASED_POLICY"

    action {
      name = "copy"

      cross_region_copy {
        target = "eu-west-1"

        encryption_configuration {
          encrypted = var.encrypted
        }
      }
    }

    event_source {
      type = "MANAGED_CWE"

      parameters {
        event_type        = "shareSnapshot"
        snapshot_owner    = ["111122223333"]
        description_regex = "^daily"
      }
    }
  }
}
