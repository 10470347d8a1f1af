resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_subnet" "public" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

resource "aws_security_group" "open" {
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 80
    to_port     = 80
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb_target_group" "web" {
  port     = 8080
  protocol = "HTTP"
  vpc_id   = aws_vpc.main.id
}

resource "aws_ecs_task_definition" "inner" {
  family = "inner"
  container_definitions = jsonencode([
    {
      name       = "inner"
      image      = "registry.example.com/inner:1"
      privileged = true
    },
  ])
}

resource "aws_ecs_service" "inner" {
  name            = "inner"
  task_definition = aws_ecs_task_definition.inner.arn

  network_configuration {
    assign_public_ip = false
    subnets          = [aws_subnet.public.id]
    security_groups  = [aws_security_group.open.id]
  }
}

resource "aws_ecs_task_definition" "plain" {
  family = "plain"
  container_definitions = jsonencode([
    {
      name       = "plain"
      image      = "registry.example.com/plain:1"
      privileged = false
    },
  ])
}

resource "aws_ecs_service" "plain" {
  name            = "plain"
  task_definition = aws_ecs_task_definition.plain.arn

  network_configuration {
    assign_public_ip = true
    subnets          = [aws_subnet.public.id]
    security_groups  = [aws_security_group.open.id]
  }
}
