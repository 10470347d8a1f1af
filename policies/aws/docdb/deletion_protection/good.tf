variable "protected" { # undecided: aws-docdb-deletion-protection
  type = bool
}

resource "aws_docdb_cluster" "main" {
  cluster_identifier  = "catalogue"
  deletion_protection = true
}

resource "aws_docdb_cluster" "scratch" {
  cluster_identifier  = "catalogue"
  deletion_protection = var.protected
}
