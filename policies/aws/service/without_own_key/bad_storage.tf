resource "aws_ami_copy" "base" { # expect: aws-service-without-own-key
  name              = "base"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "eu-west-1"
  encrypted         = true
}

resource "aws_ebs_snapshot_copy" "base" { # expect: aws-service-without-own-key
  source_snapshot_id = "snap-0123456789abcdef0"
  source_region      = "eu-west-1"
  encrypted          = true
}

resource "aws_fsx_lustre_file_system" "scratch" { # expect: aws-service-without-own-key
  storage_capacity = 1200
  subnet_ids       = ["subnet-0a"]
}

resource "aws_fsx_ontap_file_system" "shared" { # expect: aws-service-without-own-key
  deployment_type     = "SINGLE_AZ_1"
  storage_capacity    = 1024
  throughput_capacity = 128
  preferred_subnet_id = "subnet-0a"
  subnet_ids          = ["subnet-0a"]
}

resource "aws_fsx_openzfs_file_system" "shared" { # expect: aws-service-without-own-key
  deployment_type     = "SINGLE_AZ_1"
  storage_capacity    = 64
  throughput_capacity = 64
  subnet_ids          = ["subnet-0a"]
}

resource "aws_s3_object_copy" "report" {
  bucket     = "shop-reports"
  key        = "2026/report.csv"
  source     = "shop-drafts/report.csv"
  kms_key_id = "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3" # expect: aws-service-without-own-key
}

resource "aws_dlm_lifecycle_policy" "copies" {
  description        = "Copies of shared snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/lifecycle"

  policy_details {
    policy_type = "EVENT_BASED_POLICY"

    action {
      name = "copy"

      cross_region_copy {
        target = "eu-west-1"

        encryption_configuration { # expect: aws-service-without-own-key
          encrypted = true
        }
      }
    }

    event_source {
      type = "MANAGED_CWE"

      parameters {
        description_regex = "^.*$"
        event_type        = "shareSnapshot"
        snapshot_owner    = ["111122223333"]
      }
    }
  }
}
