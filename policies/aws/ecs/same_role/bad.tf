resource "aws_iam_role" "orders" {
  name = "orders"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
    }]
  })
}

resource "aws_ecs_task_definition" "orders" {
  family                = "orders"
  execution_role_arn    = aws_iam_role.orders.arn
  task_role_arn         = aws_iam_role.orders.arn # expect: aws-ecs-same-role
  container_definitions = jsonencode([{ name = "orders", image = "orders:1", memory = 256 }])
}

resource "aws_ecs_task_definition" "written" {
  family                = "written"
  execution_role_arn    = "arn:aws:iam::111122223333:role/ecs"
  task_role_arn         = "arn:aws:iam::111122223333:role/ecs" # expect: aws-ecs-same-role
  container_definitions = jsonencode([{ name = "written", image = "written:1", memory = 256 }])
}
