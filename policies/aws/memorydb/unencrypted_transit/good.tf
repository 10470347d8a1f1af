variable "tls" { # undecided: aws-memorydb-unencrypted-transit
  type = bool
}

resource "aws_memorydb_cluster" "sessions" {
  name      = "sessions"
  acl_name  = "sessions"
  node_type = "db.t4g.small"
}

resource "aws_memorydb_cluster" "scratch" {
  name        = "scratch"
  acl_name    = "open-access"
  node_type   = "db.t4g.small"
  tls_enabled = var.tls
}
