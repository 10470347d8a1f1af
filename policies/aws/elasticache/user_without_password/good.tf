variable "without_password" { # undecided: aws-elasticache-user-without-password
  type = bool
}

variable "password" {
  type      = string
  sensitive = true
}

# Takes the place of AWS' own, and is off.
resource "aws_elasticache_user" "default" {
  user_id              = "app-default"
  user_name            = "default"
  engine               = "redis"
  access_string        = "off -@all"
  no_password_required = true
}

# On, and may do nothing.
resource "aws_elasticache_user" "idle" {
  user_id       = "idle"
  user_name     = "default"
  engine        = "valkey"
  access_string = "on ~app::* -@all"

  authentication_mode {
    type = "no-password-required"
  }
}

resource "aws_elasticache_user" "app" {
  user_id              = "app"
  user_name            = "app"
  engine               = "redis"
  access_string        = "on ~* +@all"
  no_password_required = true

  authentication_mode {
    type = "iam"
  }
}

resource "aws_elasticache_user" "jobs" {
  user_id       = "jobs"
  user_name     = "jobs"
  engine        = "redis"
  access_string = "on ~jobs::* -@all +@list"
  passwords     = [var.password]
}

resource "aws_elasticache_user" "either" {
  user_id              = "either"
  user_name            = "either"
  engine               = "redis"
  access_string        = "on ~* allcommands"
  no_password_required = var.without_password
}

resource "aws_elasticache_user_group" "app" {
  engine        = "redis"
  user_group_id = "app"
  user_ids      = [aws_elasticache_user.default.user_id, aws_elasticache_user.app.user_id]
}
