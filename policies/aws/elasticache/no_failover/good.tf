variable "failover" { # undecided: aws-elasticache-no-failover
  type = bool
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  node_type                  = "cache.t4g.small"
  automatic_failover_enabled = true
  num_cache_clusters         = 2
}

resource "aws_elasticache_replication_group" "far" {
  replication_group_id        = "far"
  description                 = "Sessions, another region"
  global_replication_group_id = "ldgnf-sessions"
}

resource "aws_elasticache_replication_group" "scratch" {
  replication_group_id       = "scratch"
  description                = "Sessions of the shop"
  node_type                  = "cache.t4g.small"
  automatic_failover_enabled = var.failover
}
