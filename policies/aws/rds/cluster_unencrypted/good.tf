variable "mode" {
  type = string
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
}

# The first generation of Aurora Serverless is always encrypted.
resource "aws_rds_cluster" "reports" {
  cluster_identifier = "reports"
  engine             = "aurora-mysql"
  engine_mode        = "serverless"
}

# Encrypted as what they are made from.
resource "aws_rds_cluster" "clone" {
  cluster_identifier = "clone"
  engine             = "aurora-postgresql"

  restore_to_point_in_time {
    source_cluster_identifier  = aws_rds_cluster.orders.cluster_identifier
    restore_type               = "copy-on-write"
    use_latest_restorable_time = true
  }
}

resource "aws_rds_cluster" "far" {
  cluster_identifier        = "far"
  engine                    = "aurora-postgresql"
  global_cluster_identifier = aws_rds_global_cluster.orders.id
}

resource "aws_rds_global_cluster" "orders" {
  global_cluster_identifier = "orders"
  engine                    = "aurora-postgresql"
  storage_encrypted         = true
}

resource "aws_rds_cluster" "some_mode" { # undecided: aws-rds-cluster-unencrypted
  cluster_identifier = "some-mode"
  engine             = "aurora-mysql"
  engine_mode        = var.mode
}

# What is said of a restored cluster changes nothing.
resource "aws_rds_cluster" "rehearsal" {
  cluster_identifier  = "rehearsal"
  engine              = "aurora-postgresql"
  snapshot_identifier = "nightly"
  storage_encrypted   = false
}

resource "aws_rds_cluster" "replica" {
  cluster_identifier            = "replica"
  engine                        = "aurora-mysql"
  replication_source_identifier = "arn:aws:rds:eu-west-1:111122223333:cluster:orders"
}
