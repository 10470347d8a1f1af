resource "aws_neptune_cluster" "main" { # expect: aws-neptune-deletion-protection
  cluster_identifier = "people"
}

resource "aws_neptune_cluster" "other" {
  cluster_identifier  = "people"
  deletion_protection = false # expect: aws-neptune-deletion-protection
}
