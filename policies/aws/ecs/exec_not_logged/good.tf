variable "logging" { # undecided: aws-ecs-exec-not-logged
  type = string
}

resource "aws_ecs_cluster" "shop" {
  name = "shop"

  configuration {
    execute_command_configuration {
      logging = "DEFAULT"
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
      logging = var.logging
    }
  }
}
