variable "encrypted" { # undecided: aws-dax-unencrypted
  type = bool
}

resource "aws_dax_cluster" "orders" {
  cluster_name       = "orders"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.r5.large"
  replication_factor = 3

  server_side_encryption {
    enabled = true
  }
}

resource "aws_dax_cluster" "scratch" {
  cluster_name       = "scratch"
  iam_role_arn       = "arn:aws:iam::111122223333:role/dax"
  node_type          = "dax.t3.small"
  replication_factor = 1

  dynamic "server_side_encryption" {
    for_each = [1]
    content {
      enabled = var.encrypted
    }
  }
}
