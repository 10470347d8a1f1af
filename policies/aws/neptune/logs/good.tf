variable "logs" { # undecided: aws-neptune-logs
  type = list(string)
}

resource "aws_neptune_cluster" "people" {
  cluster_identifier             = "people"
  enable_cloudwatch_logs_exports = ["audit"]
}

resource "aws_neptune_cluster" "scratch" {
  cluster_identifier             = "scratch"
  enable_cloudwatch_logs_exports = var.logs
}
