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
          encrypted = false # expect: aws-dlm-event-copies-unencrypted
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

resource "aws_dlm_lifecycle_policy" "others" {
  description        = "Snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"

  policy_details {
    policy_type = "EVENT_BASED_POLICY"

    action {
      name = "copy"

      cross_region_copy {
        target = "eu-west-1"

        encryption_configuration {} # expect: aws-dlm-event-copies-unencrypted
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
