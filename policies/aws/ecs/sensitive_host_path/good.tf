resource "aws_ecs_task_definition" "site" {
  family = "site"
  container_definitions = jsonencode([
    {
      name   = "site"
      image  = "acme/site:2.4.1"
      memory = 256
      mountPoints = [
        { sourceVolume = "system", containerPath = "/host/proc", readOnly = true },
        { sourceVolume = "uploads", containerPath = "/srv/uploads" },
        { sourceVolume = "shared", containerPath = "/srv/shared" },
        { sourceVolume = "agent", containerPath = "/run/agent.sock" },
      ]
    },
  ])

  # Only to be looked at.
  volume {
    name      = "system"
    host_path = "/proc"
  }

  volume {
    name      = "uploads"
    host_path = "/srv/uploads"
  }

  volume {
    name = "shared"
    efs_volume_configuration {
      file_system_id     = "fs-0123456789abcdef0"
      transit_encryption = "ENABLED"
    }
  }

  volume {
    name      = "agent"
    host_path = "/var/run/agent.sock"
  }

  # Nothing mounts these two.
  volume {
    name      = "unused"
    host_path = "/etc"
  }

  volume {
    name      = "unused-socket"
    host_path = "/var/run/docker.sock"
  }
}
