resource "aws_docdb_cluster" "orders" { # expect: aws-docdb-without-own-key
  cluster_identifier = "catalogue"
  storage_encrypted  = true
}

resource "aws_docdb_cluster" "events" {
  cluster_identifier = "catalogue"
  storage_encrypted  = true
  kms_key_id         = "alias/aws/rds" # expect: aws-docdb-without-own-key
}
