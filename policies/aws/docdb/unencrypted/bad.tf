resource "aws_docdb_cluster" "catalogue" { # expect: aws-docdb-unencrypted
  cluster_identifier          = "catalogue"
  engine                      = "docdb"
  master_username             = "catalogue"
  manage_master_user_password = true
}

resource "aws_docdb_cluster" "restored" {
  cluster_identifier = "restored"
  storage_encrypted  = "false" # expect: aws-docdb-unencrypted

  restore_to_point_in_time {
    source_cluster_identifier  = "carts"
    use_latest_restorable_time = true
  }
}
