resource "aws_ecr_repository" "app" {
  name = "team/app"
}

# An image of somebody else, whose variables name the repository.
resource "aws_ecs_task_definition" "other" {
  family                = "other"
  container_definitions = <<-EOT
    [{
      "name": "${aws_ecr_repository.app.name}",
      "image": "nginx",
      "environment": [{"name": "REPOSITORY", "value": "${aws_ecr_repository.app.repository_url}"}]
    }]
  EOT
}

# No JSON.
resource "aws_ssm_parameter" "note" {
  name  = "note"
  type  = "String"
  value = "[\"image\": ${aws_ecr_repository.app.repository_url}"
}
