variable "token" { # undecided: aws-elasticache-no-authentication
  type      = string
  sensitive = true
}

resource "aws_elasticache_user_group" "shop" {
  engine        = "redis"
  user_group_id = "shop"
  user_ids      = ["shop-default", "shop"]
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "Sessions of the shop"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = true
  user_group_ids             = ["shop"]
}

resource "aws_elasticache_replication_group" "queue" {
  replication_group_id       = "queue"
  description                = "Sessions of the shop"
  node_type                  = "cache.t4g.small"
  transit_encryption_enabled = true
  auth_token                 = var.token
}

# As the group that it joins.
resource "aws_elasticache_replication_group" "far" {
  replication_group_id        = "far"
  description                 = "Sessions, another region"
  global_replication_group_id = "ldgnf-sessions"
}

resource "aws_elasticache_serverless_cache" "pages" {
  engine        = "valkey"
  name          = "pages"
  user_group_id = aws_elasticache_user_group.shop.user_group_id
}

# Has no users to ask for.
resource "aws_elasticache_serverless_cache" "prices" {
  engine = "memcached"
  name   = "prices"
}
