variable "days" { # undecided: aws-docdb-short-backups
  type = number
}

resource "aws_docdb_cluster" "main" {
  cluster_identifier      = "catalogue"
  backup_retention_period = 7
}

resource "aws_docdb_cluster" "scratch" {
  cluster_identifier      = "catalogue"
  backup_retention_period = var.days
}
