variable "key" { # undecided: aws-ecs-exec-without-own-key
  type = string
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
        cloud_watch_encryption_enabled = true
        cloud_watch_log_group_name     = "sessions"
      }
    }
  }
}

resource "aws_ecs_cluster" "plain" {
  name = "plain"
}

resource "aws_ecs_cluster" "either" {
  name = "either"

  configuration {
    execute_command_configuration {
      kms_key_id = var.key

      log_configuration {
        s3_bucket_encryption_enabled = true
        s3_bucket_name               = "sessions"
      }
    }
  }
}
