variable "role" {
  type = string
}

resource "aws_ecs_task_definition" "orders" {
  family                = "orders"
  execution_role_arn    = "arn:aws:iam::111122223333:role/ecs"
  task_role_arn         = "arn:aws:iam::111122223333:role/orders"
  container_definitions = jsonencode([{ name = "orders", image = "orders:1", memory = 256 }])
}

resource "aws_ecs_task_definition" "plain" {
  family                = "plain"
  execution_role_arn    = "arn:aws:iam::111122223333:role/ecs"
  container_definitions = jsonencode([{ name = "plain", image = "plain:1", memory = 256 }])
}
