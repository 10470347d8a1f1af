resource "aws_ecr_repository" "app" {
  name = "team/app"
}

resource "aws_ecs_task_definition" "app" {
  family = "app"
  container_definitions = jsonencode([{ name = "app", image = "${aws_ecr_repository.app.repository_url}:latest" }])
}
