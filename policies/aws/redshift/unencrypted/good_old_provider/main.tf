terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.40"
    }
  }
}

# Encrypted as the snapshots are.
resource "aws_redshift_cluster" "rehearsal" {
  cluster_identifier  = "rehearsal"
  node_type           = "ra3.large"
  snapshot_identifier = "nightly"
}

resource "aws_redshift_cluster" "moved" {
  cluster_identifier = "moved"
  node_type          = "ra3.large"
  snapshot_arn       = "arn:aws:redshift:eu-central-1:111122223333:snapshot:sales/nightly"
}
