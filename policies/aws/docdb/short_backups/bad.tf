resource "aws_docdb_cluster" "main" { # expect: aws-docdb-short-backups
  cluster_identifier = "catalogue"
}

resource "aws_docdb_cluster" "other" {
  cluster_identifier      = "catalogue"
  backup_retention_period = 3 # expect: aws-docdb-short-backups
}
