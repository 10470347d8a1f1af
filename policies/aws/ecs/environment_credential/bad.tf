resource "random_password" "db" {
  length = 24
}

resource "aws_ecs_task_definition" "encoded" {
  family = "app"
  container_definitions = jsonencode([{
    name  = "app"
    image = "app:1"
    environment = [
      { name = "LOG_LEVEL", value = "info" },
      { name = "DB_PASSWORD", value = random_password.db.result },  # expect: aws-ecs-environment-credential
      { name = "SIGNING_SECRET", value = "correct-horse-battery" }, # expect: aws-ecs-environment-credential
    ]
  }])
}

resource "aws_ecs_task_definition" "settings" {
  family = "settings"
  container_definitions = jsonencode([{
    name  = "settings"
    image = "settings:1"
    environment = [{
      name  = "SETTINGS"
      value = <<-EOT
        host = db
        port = 5432
        password = ${random_password.db.result}  # expect: aws-ecs-environment-credential
      EOT
    }]
  }])
}
