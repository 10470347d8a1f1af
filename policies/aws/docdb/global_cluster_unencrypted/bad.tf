resource "aws_docdb_global_cluster" "orders" { # expect: aws-docdb-global-cluster-unencrypted
  global_cluster_identifier = "orders"
  engine                    = "docdb"
}

resource "aws_docdb_global_cluster" "events" {
  global_cluster_identifier = "events"
  storage_encrypted         = false # expect: aws-docdb-global-cluster-unencrypted
}
