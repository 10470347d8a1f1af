resource "aws_ecs_task_definition" "agent" {
  family = "agent"
  container_definitions = jsonencode([
    {
      name       = "agent"
      image      = "agent:1.4.2"
      memory     = 128
      privileged = true # expect: aws-ecs-privileged-container
    },
  ])
}
