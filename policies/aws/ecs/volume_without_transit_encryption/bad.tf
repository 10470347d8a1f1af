resource "aws_ecs_task_definition" "shop" {
  family                = "shop"
  container_definitions = jsonencode([])

  volume {
    name = "files"

    efs_volume_configuration { # expect: aws-ecs-volume-without-transit-encryption
      file_system_id = "fs-0123456789abcdef0"
    }
  }

  volume {
    name = "more"

    efs_volume_configuration {
      file_system_id     = "fs-0123456789abcdef0"
      transit_encryption = "DISABLED" # expect: aws-ecs-volume-without-transit-encryption
    }
  }
}
