resource "aws_rds_cluster" "orders" { # expect: aws-rds-cluster-snapshots-without-tags
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
}
