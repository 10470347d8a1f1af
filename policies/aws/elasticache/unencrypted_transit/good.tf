variable "encrypted" { # undecided: aws-elasticache-unencrypted-transit
  type = bool
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = true
}

resource "aws_elasticache_replication_group" "scratch" {
  replication_group_id       = "scratch"
  description                = "To try things"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = var.encrypted
}

# As the group that it joins.
resource "aws_elasticache_replication_group" "far" {
  replication_group_id        = "far"
  description                 = "Sessions, another region"
  global_replication_group_id = "ldgnf-sessions"
}

# Valkey encrypts unless it is told not to.
resource "aws_elasticache_replication_group" "carts" {
  replication_group_id = "carts"
  description          = "Carts of the shop"
  engine               = "valkey"
  node_type            = "cache.t4g.small"
}
