resource "aws_rds_cluster" "orders" { # expect: aws-rds-mysql-audit-log
  cluster_identifier = "orders"
  engine             = "aurora-mysql"
}

resource "aws_rds_cluster" "carts" {
  cluster_identifier              = "carts"
  engine                          = "aurora-mysql"
  enabled_cloudwatch_logs_exports = ["error", "slowquery"] # expect: aws-rds-mysql-audit-log
}
