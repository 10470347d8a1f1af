resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  node_type                  = "cache.t4g.small"
  auto_minor_version_upgrade = false # expect: aws-elasticache-minor-upgrades
}
