variable "days" { # undecided: aws-elasticache-no-backups
  type = number
}

resource "aws_elasticache_cluster" "sessions" {
  cluster_id               = "sessions"
  engine                   = "redis"
  node_type                = "cache.m6g.large"
  num_cache_nodes          = 1
  snapshot_retention_limit = 5
}

# Memcached cannot make backups.
resource "aws_elasticache_cluster" "pages" {
  cluster_id      = "pages"
  engine          = "memcached"
  node_type       = "cache.m6g.large"
  num_cache_nodes = 2
}

resource "aws_elasticache_replication_group" "queue" {
  replication_group_id     = "queue"
  description              = "Sessions of the shop"
  node_type                = "cache.t4g.small"
  snapshot_retention_limit = 3
}

resource "aws_elasticache_cluster" "replica" {
  cluster_id           = "replica"
  replication_group_id = aws_elasticache_replication_group.queue.id
}

resource "aws_elasticache_replication_group" "scratch" {
  replication_group_id     = "scratch"
  description              = "Sessions of the shop"
  node_type                = "cache.t4g.small"
  snapshot_retention_limit = var.days
}

# The oldest machines cannot make backups.
resource "aws_elasticache_cluster" "old" {
  cluster_id      = "old"
  engine          = "redis"
  node_type       = "cache.t1.micro"
  num_cache_nodes = 1
}

resource "aws_elasticache_replication_group" "old" {
  replication_group_id = "old"
  description          = "Sessions of the shop"
  node_type            = "cache.t1.micro"
}
