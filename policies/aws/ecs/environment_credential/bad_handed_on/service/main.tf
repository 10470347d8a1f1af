variable "environment" {
  type = map(string)
}

variable "database" {
  sensitive = true
}

variable "reports" {}

resource "aws_ecs_task_definition" "service" {
  family = "service"
  container_definitions = jsonencode([{
    name  = "service"
    image = "service:1"
    environment = concat(
      [for name, value in var.environment : { name = name, value = value }],
      [{ name = "DB", value = var.database }, { name = "REPORTS_DB", value = var.reports }],
    )
  }])
}
