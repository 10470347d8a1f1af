resource "aws_docdb_cluster" "catalogue" { # expect: aws-docdb-unencrypted
  cluster_identifier          = "catalogue"
  engine                      = "docdb"
  master_username             = "catalogue"
  manage_master_user_password = true
}

resource "aws_docdb_cluster" "carts" {
  cluster_identifier          = "carts"
  master_username             = "carts"
  manage_master_user_password = true
  storage_encrypted           = "false" # expect: aws-docdb-unencrypted
}
