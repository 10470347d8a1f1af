terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.40"
    }
  }
}

resource "aws_redshift_cluster" "sales" { # expect: aws-redshift-unencrypted
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
}

# Encrypted as the snapshot is.
resource "aws_redshift_cluster" "rehearsal" {
  cluster_identifier  = "rehearsal"
  node_type           = "ra3.large"
  snapshot_identifier = "nightly"
}
