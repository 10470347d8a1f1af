resource "aws_docdb_cluster" "catalogue" { # expect: aws-docdb-logs
  cluster_identifier = "catalogue"
}

resource "aws_docdb_cluster" "carts" {
  cluster_identifier              = "carts"
  enabled_cloudwatch_logs_exports = [] # expect: aws-docdb-logs
}
