variable "engine" {
  type = string
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  node_type                  = "cache.t4g.small"
  at_rest_encryption_enabled = true
}

# Valkey is encrypted unless it says otherwise.
resource "aws_elasticache_replication_group" "queue" {
  replication_group_id = "queue"
  description          = "Jobs"
  engine               = "valkey"
  node_type            = "cache.t4g.small"
}

# Encrypted as the others are.
resource "aws_elasticache_replication_group" "far" {
  replication_group_id        = "far"
  description                 = "Sessions, another region"
  global_replication_group_id = aws_elasticache_global_replication_group.sessions.global_replication_group_id
}

resource "aws_elasticache_global_replication_group" "sessions" {
  global_replication_group_id_suffix = "sessions"
  primary_replication_group_id       = aws_elasticache_replication_group.sessions.id
}

resource "aws_elasticache_replication_group" "either" { # undecided: aws-elasticache-unencrypted
  replication_group_id = "either"
  description          = "Of an engine to be chosen"
  engine               = var.engine
  node_type            = "cache.t4g.small"
}
