resource "aws_rds_cluster" "orders" { # expect: aws-rds-cluster-without-own-key
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
}

resource "aws_rds_cluster" "events" {
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
  kms_key_id         = "alias/aws/rds" # expect: aws-rds-cluster-without-own-key
}
