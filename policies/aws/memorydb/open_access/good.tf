variable "acl" { # undecided: aws-memorydb-open-access
  type = string
}

variable "password" {
  type      = string
  sensitive = true
}

resource "aws_memorydb_user" "shop" {
  user_name     = "shop"
  access_string = "on ~app::* +@all -@dangerous"

  authentication_mode {
    type      = "password"
    passwords = [var.password]
  }
}

resource "aws_memorydb_acl" "sessions" {
  name       = "sessions"
  user_names = [aws_memorydb_user.shop.user_name]
}

resource "aws_memorydb_cluster" "sessions" {
  name      = "sessions"
  acl_name  = aws_memorydb_acl.sessions.name
  node_type = "db.t4g.small"
}

resource "aws_memorydb_cluster" "either" {
  name      = "either"
  acl_name  = var.acl
  node_type = "db.t4g.small"
}
