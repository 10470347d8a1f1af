resource "aws_elasticache_user" "shop" {
  user_id              = "shop"
  user_name            = "shop"
  engine               = "redis"
  access_string        = "on ~app::* -@all +@read"
  no_password_required = true # expect: aws-elasticache-user-without-password
}

resource "aws_elasticache_user" "default" {
  user_id       = "shop-default"
  user_name     = "default"
  engine        = "valkey"
  access_string = "on ~* &* +@all"

  authentication_mode {
    type = "no-password-required" # expect: aws-elasticache-user-without-password
  }
}

resource "aws_elasticache_user" "old" {
  user_id              = "old"
  user_name            = "old"
  engine               = "redis"
  access_string        = "on allkeys allcommands"
  no_password_required = "true" # expect: aws-elasticache-user-without-password
}

resource "aws_elasticache_user" "app" {
  user_id       = "app"
  user_name     = "app"
  engine        = "redis"
  access_string = "on ~* +@all"

  authentication_mode {
    type = "iam"
  }
}

resource "aws_elasticache_user_group" "app" {
  engine        = "redis"
  user_group_id = "app"
  user_ids = [
    "default", # expect: aws-elasticache-user-without-password
    aws_elasticache_user.app.user_id,
  ]
}
