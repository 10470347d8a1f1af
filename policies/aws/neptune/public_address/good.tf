variable "public" { # undecided: aws-neptune-public-address
  type = bool
}

resource "aws_neptune_cluster_instance" "people" {
  cluster_identifier = "people"
  instance_class     = "db.r6g.large"
}

resource "aws_neptune_cluster_instance" "scratch" {
  cluster_identifier  = "people"
  instance_class      = "db.r6g.large"
  publicly_accessible = var.public
}
