variable "accounts" { # undecided: aws-rds-public-snapshot
  type = list(string)
}

resource "aws_db_snapshot" "orders" {
  db_instance_identifier = "orders"
  db_snapshot_identifier = "orders-2026"
  shared_accounts        = ["111122223333"]
}

resource "aws_db_snapshot" "private" {
  db_instance_identifier = "orders"
  db_snapshot_identifier = "orders-private"
}

resource "aws_db_snapshot" "scratch" {
  db_instance_identifier = "orders"
  db_snapshot_identifier = "orders-scratch"
  shared_accounts        = var.accounts
}
