variable "privileged" { # undecided: aws-ecs-privileged-container
  type = bool
}

resource "aws_ecs_task_definition" "shop" {
  family = "shop"
  container_definitions = jsonencode([
    {
      name   = "shop"
      image  = "shop:1.4.2"
      memory = 128
    },
    {
      name       = "either"
      image      = "either:1.4.2"
      memory     = 128
      privileged = var.privileged
    },
  ])
}
