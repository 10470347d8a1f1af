variable "copy" { # undecided: aws-rds-cluster-snapshots-without-tags
  type = bool
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier    = "orders"
  engine                = "aurora-postgresql"
  copy_tags_to_snapshot = true
}

resource "aws_rds_cluster" "either" {
  cluster_identifier    = "either"
  engine                = "aurora-postgresql"
  copy_tags_to_snapshot = var.copy
}
