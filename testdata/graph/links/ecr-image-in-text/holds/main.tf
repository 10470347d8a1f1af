resource "aws_ecr_repository" "app" {
  name = "team/app"
}

data "aws_caller_identity" "own" {}

locals {
  registry = "${data.aws_caller_identity.own.account_id}.dkr.ecr.eu-west-1.amazonaws.com"
}

resource "aws_ecs_task_definition" "heredoc" {
  family                = "heredoc"
  container_definitions = <<-EOT
    [{"name": "app", "image": "${aws_ecr_repository.app.repository_url}:latest", "portMappings": [{"containerPort": 80}]}]
  EOT
}

resource "aws_ecs_task_definition" "template" {
  family = "template"
  container_definitions = templatefile("${path.module}/task.json", {
    image = "${local.registry}/team/app:latest"
  })
}

resource "aws_ecs_task_definition" "joined" {
  family = "joined"
  container_definitions = format("[%s]", join(",", [
    jsonencode({ name = "log", image = "fluent-bit" }),
    jsonencode({ name = "app", image = "${aws_ecr_repository.app.repository_url}:latest" }),
  ]))
}

resource "aws_ecs_task_definition" "written" {
  family                = "written"
  container_definitions = <<-EOT
    [{"name": "app", "image": "1.dkr.ecr.eu-west-1.amazonaws.com/team/app:latest"}]
  EOT
}
