variable "encryption" { # undecided: aws-ecs-volume-without-transit-encryption
  type = string
}

resource "aws_ecs_task_definition" "shop" {
  family                = "shop"
  container_definitions = jsonencode([])

  volume {
    name      = "host"
    host_path = "/data"
  }

  volume {
    name = "files"

    efs_volume_configuration {
      file_system_id     = "fs-0123456789abcdef0"
      transit_encryption = "ENABLED"
    }
  }
}

resource "aws_ecs_task_definition" "either" {
  family                = "either"
  container_definitions = jsonencode([])

  volume {
    name = "files"

    efs_volume_configuration {
      file_system_id     = "fs-0123456789abcdef0"
      transit_encryption = var.encryption
    }
  }
}
