variable "logs" { # undecided: aws-rds-mysql-audit-log
  type = list(string)
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier              = "orders"
  engine                          = "aurora-mysql"
  enabled_cloudwatch_logs_exports = ["audit", "error"]
}

resource "aws_rds_cluster" "carts" {
  cluster_identifier = "carts"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster" "scratch" {
  cluster_identifier              = "scratch"
  engine                          = "aurora-mysql"
  enabled_cloudwatch_logs_exports = var.logs
}
