variable "days" { # undecided: aws-rds-no-backups
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

resource "aws_db_instance" "scratch" {
  identifier        = "scratch"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
  backup_retention_period     = var.days
}

# A replica is a copy itself.
resource "aws_db_instance" "replica" {
  identifier          = "replica"
  instance_class      = "db.r6g.large"
  replicate_source_db = aws_db_instance.orders.identifier
}

# AWS Backup keeps the backups of this one, and of all that carry the tag.
resource "aws_db_instance" "carts" {
  identifier        = "carts"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true

}

resource "aws_db_instance" "tagged" {
  identifier        = "tagged"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password = true
  tags = {
    backup = "daily"
  }
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = "Default"
    schedule          = "cron(0 5 * * ? *)"
  }
}

resource "aws_backup_selection" "carts" {
  name         = "carts"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_db_instance.carts.arn]
}

resource "aws_backup_selection" "tagged" {
  name         = "tagged"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "backup"
    value = "daily"
  }
}

# Restored ones keep backups as long as what they are made from, or as they say.
resource "aws_db_instance" "rehearsal" {
  identifier              = "rehearsal"
  instance_class          = "db.t4g.medium"
  snapshot_identifier     = "nightly"
  backup_retention_period = 3
}

resource "aws_db_instance" "yesterday" {
  identifier     = "yesterday"
  instance_class = "db.t4g.medium"

  restore_to_point_in_time {
    source_db_instance_identifier = aws_db_instance.orders.identifier
    restore_time                  = "2026-11-25T06:00:00Z"
  }
}

# A cluster keeps backups for one day by itself.
resource "aws_rds_cluster" "sessions" {
  cluster_identifier = "sessions"
  engine             = "aurora-postgresql"
}
