resource "aws_db_instance" "shop" {
  identifier          = "shop"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  skip_final_snapshot = true # expect: aws-rds-no-final-snapshot
}

resource "aws_rds_cluster" "shop" {
  cluster_identifier  = "shop"
  engine              = "aurora-postgresql"
  skip_final_snapshot = true # expect: aws-rds-no-final-snapshot
}

resource "aws_docdb_cluster" "shop" {
  cluster_identifier  = "shop"
  skip_final_snapshot = true # expect: aws-rds-no-final-snapshot
}

resource "aws_neptune_cluster" "shop" {
  cluster_identifier  = "shop"
  skip_final_snapshot = true # expect: aws-rds-no-final-snapshot
}

resource "aws_redshift_cluster" "shop" {
  cluster_identifier  = "shop"
  node_type           = "ra3.large"
  skip_final_snapshot = true # expect: aws-rds-no-final-snapshot
}
