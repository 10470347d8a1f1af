resource "aws_ecs_task_definition" "agent" {
  family                = "agent"
  container_definitions = jsonencode([{ name = "agent", image = "registry.example.com/agent:1.4", memory = 128 }])
  pid_mode              = "host" # expect: aws-ecs-shares-host-namespace
}

resource "aws_ecs_task_definition" "cache" {
  family                = "cache"
  container_definitions = jsonencode([{ name = "cache", image = "registry.example.com/cache:2.0", memory = 128 }])
  ipc_mode              = "host" # expect: aws-ecs-shares-host-namespace
}
