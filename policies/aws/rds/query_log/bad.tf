resource "aws_rds_cluster" "orders" {
  cluster_identifier              = "orders"
  engine                          = "aurora-postgresql"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.orders.name
}

resource "aws_rds_cluster_parameter_group" "orders" {
  name   = "orders"
  family = "aurora-postgresql17"

  parameter { # expect: aws-rds-query-log
    name  = "log_statement"
    value = "ddl"
  }
}

resource "aws_rds_cluster" "plain" { # expect: aws-rds-query-log
  cluster_identifier = "plain"
  engine             = "aurora-postgresql"
}
