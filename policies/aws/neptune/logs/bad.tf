resource "aws_neptune_cluster" "people" { # expect: aws-neptune-logs
  cluster_identifier = "people"
}

resource "aws_neptune_cluster" "places" {
  cluster_identifier             = "places"
  enable_cloudwatch_logs_exports = [] # expect: aws-neptune-logs
}

resource "aws_neptune_cluster" "roads" {
  cluster_identifier             = "roads"
  enable_cloudwatch_logs_exports = ["slowquery"] # expect: aws-neptune-logs
}
