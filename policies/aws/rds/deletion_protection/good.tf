variable "protected" { # undecided: aws-rds-deletion-protection
  type = bool
}

resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
  deletion_protection         = true
}

resource "aws_rds_cluster" "carts" {
  cluster_identifier  = "carts"
  engine              = "aurora-postgresql"
  deletion_protection = true
}

# A replica holds nothing that its source does not.
resource "aws_db_instance" "replica" {
  identifier          = "replica"
  instance_class      = "db.r6g.large"
  replicate_source_db = aws_db_instance.orders.identifier
}

resource "aws_rds_cluster" "scratch" {
  cluster_identifier  = "scratch"
  engine              = "aurora-postgresql"
  deletion_protection = var.protected
}
