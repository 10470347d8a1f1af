variable "protected" { # undecided: aws-neptune-deletion-protection
  type = bool
}

resource "aws_neptune_cluster" "main" {
  cluster_identifier  = "people"
  deletion_protection = true
}

resource "aws_neptune_cluster" "scratch" {
  cluster_identifier  = "people"
  deletion_protection = var.protected
}
