resource "aws_neptune_cluster_instance" "people" {
  count = 2

  cluster_identifier  = "people"
  instance_class      = "db.r6g.large"
  publicly_accessible = true # expect: aws-neptune-public-address
}
