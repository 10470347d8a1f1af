variable "directory" {
  type = string
}

resource "aws_ecs_task_definition" "agent" {
  family                = "agent"
  container_definitions = templatefile("${path.module}/containers.json", { image = "acme/agent:1.8.0" })

  volume {
    name      = "configuration"
    host_path = var.directory
  }
}
