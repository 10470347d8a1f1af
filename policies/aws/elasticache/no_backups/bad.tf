resource "aws_elasticache_cluster" "sessions" { # expect: aws-elasticache-no-backups
  cluster_id      = "sessions"
  engine          = "redis"
  node_type       = "cache.m6g.large"
  num_cache_nodes = 1
}

resource "aws_elasticache_replication_group" "queue" {
  replication_group_id     = "queue"
  description              = "Sessions of the shop"
  node_type                = "cache.t4g.small"
  snapshot_retention_limit = 0 # expect: aws-elasticache-no-backups
}
