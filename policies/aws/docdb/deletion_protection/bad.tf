resource "aws_docdb_cluster" "main" { # expect: aws-docdb-deletion-protection
  cluster_identifier = "catalogue"
}

resource "aws_docdb_cluster" "other" {
  cluster_identifier  = "catalogue"
  deletion_protection = false # expect: aws-docdb-deletion-protection
}
