resource "aws_elasticache_replication_group" "sessions" { # expect: aws-elasticache-no-failover
  replication_group_id = "sessions"
  description          = "Sessions of the shop"
  node_type            = "cache.t4g.small"
}

resource "aws_elasticache_replication_group" "queue" {
  replication_group_id       = "queue"
  description                = "Sessions of the shop"
  node_type                  = "cache.t4g.small"
  automatic_failover_enabled = false # expect: aws-elasticache-no-failover
}
