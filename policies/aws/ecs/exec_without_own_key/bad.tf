resource "aws_ecs_cluster" "plain" {
  name = "plain"

  configuration {
    execute_command_configuration { # expect: aws-ecs-exec-without-own-key
      logging = "DEFAULT"
    }
  }
}

resource "aws_kms_key" "sessions" {
  enable_key_rotation = true
}

resource "aws_ecs_cluster" "log" {
  name = "log"

  configuration {
    execute_command_configuration {
      kms_key_id = aws_kms_key.sessions.arn
      logging    = "OVERRIDE"

      log_configuration {
        cloud_watch_encryption_enabled = false # expect: aws-ecs-exec-without-own-key
        cloud_watch_log_group_name     = "sessions"
      }
    }
  }
}
