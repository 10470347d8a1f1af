resource "aws_elasticache_replication_group" "sessions" { # expect: aws-elasticache-unencrypted
  replication_group_id = "sessions"
  description          = "Sessions of the shop"
  node_type            = "cache.t4g.small"
}

resource "aws_elasticache_replication_group" "queue" {
  replication_group_id       = "queue"
  description                = "Jobs"
  engine                     = "valkey"
  node_type                  = "cache.t4g.small"
  at_rest_encryption_enabled = false # expect: aws-elasticache-unencrypted
}
