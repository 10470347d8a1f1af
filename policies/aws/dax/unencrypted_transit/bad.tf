resource "aws_dax_cluster" "orders" { # expect: aws-dax-unencrypted-transit
  cluster_name       = "orders"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.r5.large"
  replication_factor = 3
}

resource "aws_dax_cluster" "carts" {
  cluster_name                     = "carts"
  iam_role_arn                     = "arn:aws:iam::111122223333:role/dax"
  node_type                        = "dax.r5.large"
  replication_factor               = 3
  cluster_endpoint_encryption_type = "NONE" # expect: aws-dax-unencrypted-transit
}
