variable "iam" { # undecided: aws-neptune-iam-authentication
  type = bool
}

resource "aws_neptune_cluster" "people" {
  cluster_identifier                  = "people"
  iam_database_authentication_enabled = true
}

resource "aws_neptune_cluster" "scratch" {
  cluster_identifier                  = "scratch"
  iam_database_authentication_enabled = var.iam
}
