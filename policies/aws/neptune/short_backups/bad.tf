resource "aws_neptune_cluster" "main" { # expect: aws-neptune-short-backups
  cluster_identifier = "people"
}

resource "aws_neptune_cluster" "other" {
  cluster_identifier      = "people"
  backup_retention_period = 3 # expect: aws-neptune-short-backups
}
