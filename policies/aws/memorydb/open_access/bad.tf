resource "aws_memorydb_cluster" "sessions" {
  name      = "sessions"
  acl_name  = "open-access" # expect: aws-memorydb-open-access
  node_type = "db.t4g.small"
}
