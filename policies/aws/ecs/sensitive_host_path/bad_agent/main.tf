resource "aws_ecs_task_definition" "site" {
  family                   = "site"
  requires_compatibilities = ["EC2"]
  container_definitions = jsonencode([
    {
      name      = "site"
      image     = "acme/site:2.4.1"
      memory    = 256
      essential = true
      mountPoints = [
        { sourceVolume = "docker", containerPath = "/var/run/docker.sock", readOnly = true },
        { sourceVolume = "uploads", containerPath = "/srv/uploads" },
      ]
    },
  ])

  volume {
    name = "uploads"
  }

  volume {
    name      = "docker"
    host_path = "/var/run/docker.sock" # expect: aws-ecs-sensitive-host-path
  }
}

# The same, in a file, and with the directory handed in.
module "agent" {
  source    = "./agent"
  directory = "/etc" # expect: aws-ecs-sensitive-host-path
}
