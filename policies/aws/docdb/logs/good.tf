variable "logs" { # undecided: aws-docdb-logs
  type = list(string)
}

resource "aws_docdb_cluster" "catalogue" {
  cluster_identifier              = "catalogue"
  enabled_cloudwatch_logs_exports = ["audit", "profiler"]
}

resource "aws_docdb_cluster" "scratch" {
  cluster_identifier              = "scratch"
  enabled_cloudwatch_logs_exports = var.logs
}
