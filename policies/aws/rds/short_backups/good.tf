variable "days" { # undecided: aws-rds-short-backups
  type = number
}

resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
  backup_retention_period     = 7
}

resource "aws_rds_cluster" "carts" {
  cluster_identifier      = "carts"
  engine                  = "aurora-postgresql"
  backup_retention_period = 14
}

resource "aws_rds_cluster" "scratch" {
  cluster_identifier      = "scratch"
  engine                  = "aurora-postgresql"
  backup_retention_period = var.days
}

resource "aws_rds_cluster" "kept" {
  cluster_identifier = "kept"
  engine             = "aurora-postgresql"
}

resource "aws_backup_selection" "kept" {
  name         = "kept"
  plan_id      = "6ab1a2b3-1111-2222-3333-444455556666"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_rds_cluster.kept.arn]
}

resource "aws_rds_cluster" "tagged" {
  cluster_identifier = "tagged"
  engine             = "aurora-postgresql"

  tags = {
    backup = "daily"
  }
}

resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  plan_id      = "6ab1a2b3-1111-2222-3333-444455556666"
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "backup"
    value = "daily"
  }
}
