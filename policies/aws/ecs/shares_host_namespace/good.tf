variable "pid_mode" { # undecided: aws-ecs-shares-host-namespace
  type = string
}

resource "aws_ecs_task_definition" "agent" {
  family                = "agent"
  container_definitions = jsonencode([{ name = "agent", image = "registry.example.com/agent:1.4", memory = 128 }])
  pid_mode              = "task"
  ipc_mode              = "none"
}

resource "aws_ecs_task_definition" "given" {
  family                = "given"
  container_definitions = jsonencode([{ name = "agent", image = "registry.example.com/agent:1.4", memory = 128 }])
  pid_mode              = var.pid_mode
}
