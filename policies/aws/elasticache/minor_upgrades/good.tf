variable "upgraded" { # undecided: aws-elasticache-minor-upgrades
  type = bool
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "Sessions of the shop"
  node_type            = "cache.t4g.small"
}

resource "aws_elasticache_cluster" "pages" {
  cluster_id                 = "pages"
  engine                     = "memcached"
  node_type                  = "cache.m6g.large"
  num_cache_nodes            = 2
  auto_minor_version_upgrade = false
}

resource "aws_elasticache_replication_group" "scratch" {
  replication_group_id       = "scratch"
  description                = "Sessions of the shop"
  node_type                  = "cache.t4g.small"
  auto_minor_version_upgrade = var.upgraded
}
