resource "aws_ecr_repository" "app" {
  name = "team/app"
}

resource "aws_ecs_task_definition" "app" {
  family = "app"
  container_definitions = jsonencode([{ name = aws_ecr_repository.app.name, image = "nginx" }])
}
