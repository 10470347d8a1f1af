# Imported: the user that AWS makes is switched off.
resource "aws_elasticache_user" "default" {
  user_id              = "default"
  user_name            = "default"
  engine               = "redis"
  access_string        = "off -@all"
  no_password_required = true
}

resource "aws_elasticache_user_group" "by_reference" {
  engine        = "redis"
  user_group_id = "by-reference"
  user_ids      = [aws_elasticache_user.default.user_id]
}

resource "aws_elasticache_user_group" "by_name" {
  engine        = "redis"
  user_group_id = "by-name"
  user_ids      = ["default"]
}
