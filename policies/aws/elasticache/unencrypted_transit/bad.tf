resource "aws_elasticache_replication_group" "sessions" { # expect: aws-elasticache-unencrypted-transit
  replication_group_id = "sessions"
  description          = "Sessions of the shop"
  node_type            = "cache.t4g.small"
}

resource "aws_elasticache_replication_group" "queue" {
  replication_group_id       = "queue"
  description                = "Jobs"
  engine                     = "redis"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = false # expect: aws-elasticache-unencrypted-transit
}
