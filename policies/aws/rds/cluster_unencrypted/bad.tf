locals {
  clusters = {
    orders = { encrypted = true }
    events = { encrypted = false } # expect: aws-rds-cluster-unencrypted
  }
}

resource "aws_rds_cluster" "each" {
  for_each = local.clusters

  cluster_identifier = each.key
  engine             = "aurora-postgresql"
  storage_encrypted  = each.value.encrypted
}

resource "aws_rds_cluster" "sessions" { # expect: aws-rds-cluster-unencrypted
  cluster_identifier          = "sessions"
  engine                      = "aurora-mysql"
  engine_mode                 = "provisioned"
  master_username             = "sessions"
  manage_master_user_password = true

  serverlessv2_scaling_configuration {
    min_capacity = 0.5
    max_capacity = 4
  }
}

# Of a replica it counts.
resource "aws_rds_cluster" "near" {
  cluster_identifier            = "near"
  engine                        = "aurora-postgresql"
  replication_source_identifier = "arn:aws:rds:eu-west-1:111122223333:cluster:orders"
  storage_encrypted             = false # expect: aws-rds-cluster-unencrypted
}
