resource "aws_rds_global_cluster" "orders" { # expect: aws-rds-global-cluster-unencrypted
  global_cluster_identifier = "orders"
  engine                    = "aurora-postgresql"
}

resource "aws_rds_global_cluster" "events" {
  global_cluster_identifier = "events"
  storage_encrypted         = false # expect: aws-rds-global-cluster-unencrypted
}
