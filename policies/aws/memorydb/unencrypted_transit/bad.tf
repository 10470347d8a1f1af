resource "aws_memorydb_cluster" "sessions" {
  name        = "sessions"
  acl_name    = "open-access"
  node_type   = "db.t4g.small"
  tls_enabled = false # expect: aws-memorydb-unencrypted-transit
}
