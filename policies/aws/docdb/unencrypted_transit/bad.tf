resource "aws_docdb_cluster_parameter_group" "catalogue" {
  family = "docdb5.0"
  name   = "catalogue"

  parameter {
    name  = "tls"
    value = "disabled" # expect: aws-docdb-unencrypted-transit
  }
}
