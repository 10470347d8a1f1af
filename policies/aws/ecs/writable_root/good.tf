variable "readonly" { # undecided: aws-ecs-writable-root
  type = bool
}

resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([
    {
      name                   = "shop"
      image                  = "shop:1.4.2"
      memory                 = 128
      readonlyRootFilesystem = true
    },
    {
      name                   = "either"
      image                  = "either:1.4.2"
      memory                 = 128
      readonlyRootFilesystem = var.readonly
    },
  ])
}
