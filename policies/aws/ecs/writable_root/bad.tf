resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([
    { # expect: aws-ecs-writable-root
      name   = "shop"
      image  = "shop:1.4.2"
      memory = 128
    },
    {
      name                   = "agent"
      image                  = "agent:1.4.2"
      memory                 = 128
      readonlyRootFilesystem = false # expect: aws-ecs-writable-root
    },
  ])
}
