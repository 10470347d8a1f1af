resource "aws_dax_cluster" "orders" { # expect: aws-dax-unencrypted
  cluster_name       = "orders"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.r5.large"
  replication_factor = 3
}

resource "aws_dax_cluster" "carts" {
  cluster_name       = "carts"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.r5.large"
  replication_factor = 3

  server_side_encryption {
    enabled = false # expect: aws-dax-unencrypted
  }
}

resource "aws_dax_cluster" "events" {
  cluster_name       = "events"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.r5.large"
  replication_factor = 3

  server_side_encryption {} # expect: aws-dax-unencrypted
}
