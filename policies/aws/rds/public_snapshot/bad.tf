resource "aws_db_snapshot" "orders" {
  db_instance_identifier = "orders"
  db_snapshot_identifier = "orders-2026"
  shared_accounts        = ["111122223333", "all"] # expect: aws-rds-public-snapshot
}

resource "aws_db_cluster_snapshot" "carts" {
  db_cluster_identifier          = "carts"
  db_cluster_snapshot_identifier = "carts-2026"
  shared_accounts                = ["all"] # expect: aws-rds-public-snapshot
}

resource "aws_db_snapshot_copy" "orders" {
  source_db_snapshot_identifier = aws_db_snapshot.orders.db_snapshot_arn
  target_db_snapshot_identifier = "orders-copy"
  shared_accounts               = ["all"] # expect: aws-rds-public-snapshot
}

resource "aws_rds_cluster_snapshot_copy" "carts" {
  source_db_cluster_snapshot_identifier = aws_db_cluster_snapshot.carts.db_cluster_snapshot_arn
  target_db_cluster_snapshot_identifier = "carts-copy"
  shared_accounts                       = ["all"] # expect: aws-rds-public-snapshot
}
