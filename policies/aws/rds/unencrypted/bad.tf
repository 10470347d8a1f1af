variable "encrypt" {
  type    = bool
  default = false # expect: aws-rds-unencrypted
}

resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "orders"
  storage_encrypted = var.encrypt

  manage_master_user_password = true
}

resource "aws_db_instance" "sessions" { # expect: aws-rds-unencrypted
  identifier        = "sessions"
  engine            = "mysql"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
  username          = "sessions"
  # The key alone does not switch encryption on.
  kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"

  manage_master_user_password = true
}

resource "aws_db_instance" "events" {
  identifier        = "events"
  engine            = "mysql"
  instance_class    = "db.t4g.medium"
  allocated_storage = 20
  storage_encrypted = "false" # expect: aws-rds-unencrypted
  # No snapshot is one, too.
  snapshot_identifier = ""
}
