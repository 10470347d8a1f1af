variable "skip" { # undecided: aws-rds-no-final-snapshot
  type = bool
}

resource "aws_db_instance" "shop" {
  identifier                = "shop"
  engine                    = "postgres"
  instance_class            = "db.t4g.medium"
  skip_final_snapshot       = false
  final_snapshot_identifier = "shop-last"
}

# AWS takes none of a copy.
resource "aws_db_instance" "copy" {
  identifier          = "copy"
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.shop.identifier
  skip_final_snapshot = true
}

resource "aws_rds_cluster" "copy" {
  cluster_identifier            = "copy"
  engine                        = "aurora-postgresql"
  replication_source_identifier = "arn:aws:rds:us-east-1:123456789012:cluster:shop"
  skip_final_snapshot           = true
}

resource "aws_db_instance" "given" {
  identifier          = "given"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  skip_final_snapshot = var.skip
}

resource "aws_neptune_cluster" "copy" {
  cluster_identifier            = "copy"
  replication_source_identifier = "arn:aws:rds:us-east-1:123456789012:cluster:graph"
  skip_final_snapshot           = true
}
