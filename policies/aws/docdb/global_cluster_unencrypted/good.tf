variable "encrypted" { # undecided: aws-docdb-global-cluster-unencrypted
  type = bool
}

resource "aws_docdb_global_cluster" "orders" {
  global_cluster_identifier = "orders"
  engine                    = "docdb"
  storage_encrypted         = true
}

# Encrypted as the cluster that it is made of.
resource "aws_docdb_global_cluster" "events" {
  global_cluster_identifier    = "events"
  source_db_cluster_identifier = "arn:aws:rds:eu-west-1:111122223333:cluster:events"
}

resource "aws_docdb_global_cluster" "scratch" {
  global_cluster_identifier = "scratch"
  storage_encrypted         = var.encrypted
}
