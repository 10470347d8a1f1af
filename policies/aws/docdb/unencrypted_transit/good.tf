variable "tls" { # undecided: aws-docdb-unencrypted-transit
  type = string
}

resource "aws_docdb_cluster_parameter_group" "catalogue" {
  family = "docdb5.0"
  name   = "catalogue"

  parameter {
    name  = "tls"
    value = "enabled"
  }

  parameter {
    name  = "audit_logs"
    value = "disabled"
  }
}

resource "aws_docdb_cluster_parameter_group" "scratch" {
  family = "docdb5.0"
  name   = "scratch"

  parameter {
    name  = "tls"
    value = var.tls
  }
}
