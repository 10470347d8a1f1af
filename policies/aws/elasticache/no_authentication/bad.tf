resource "aws_elasticache_replication_group" "sessions" { # expect: aws-elasticache-no-authentication
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = true
}

resource "aws_elasticache_replication_group" "queue" {
  replication_group_id = "queue"
  description          = "Sessions of the shop"
  node_type            = "cache.t4g.small"
  auth_token           = "" # expect: aws-elasticache-no-authentication
}

resource "aws_elasticache_serverless_cache" "pages" { # expect: aws-elasticache-no-authentication
  engine = "valkey"
  name   = "pages"
}
