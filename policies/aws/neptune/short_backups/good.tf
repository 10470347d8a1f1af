variable "days" { # undecided: aws-neptune-short-backups
  type = number
}

resource "aws_neptune_cluster" "main" {
  cluster_identifier      = "people"
  backup_retention_period = 7
}

resource "aws_neptune_cluster" "scratch" {
  cluster_identifier      = "people"
  backup_retention_period = var.days
}
