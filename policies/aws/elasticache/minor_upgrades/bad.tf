resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  node_type                  = "cache.t4g.small"
  auto_minor_version_upgrade = false # expect: aws-elasticache-minor-upgrades
}

resource "aws_elasticache_cluster" "carts" {
  cluster_id                 = "carts"
  engine                     = "redis"
  node_type                  = "cache.m6g.large"
  num_cache_nodes            = 1
  auto_minor_version_upgrade = "false" # expect: aws-elasticache-minor-upgrades
}
