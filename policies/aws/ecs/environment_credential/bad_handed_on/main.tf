# A password is rightly that of a database; what hands it to the container is to be changed.
resource "random_password" "orders" {
  length = 32
}

resource "aws_db_instance" "orders" {
  identifier = "orders"
  engine     = "postgres"
  username   = "orders"
  password   = random_password.orders.result
}

resource "aws_secretsmanager_secret" "orders" {
  name = "orders"
}

resource "aws_secretsmanager_secret_version" "orders" {
  secret_id     = aws_secretsmanager_secret.orders.id
  secret_string = random_password.orders.result
}

module "reports" {
  source = "./database"
}

# Used locally with this value; in the pipeline with another.
variable "mail_password" {
  sensitive = true
  default   = "value"
}

locals {
  password = aws_db_instance.orders.password # expect: aws-ecs-environment-credential
}

resource "aws_ecs_task_definition" "orders" {
  family = "orders"
  container_definitions = jsonencode([{
    name  = "orders"
    image = "orders:1"
    environment = [
      { name = "DB_HOST", value = aws_db_instance.orders.address },
      { name = "DB_ACCESS", value = aws_db_instance.orders.password },                                 # expect: aws-ecs-environment-credential
      { name = "DB_URL", value = "postgres://orders:${aws_db_instance.orders.password}@db" },          # expect: aws-ecs-environment-credential
      { name = "DB_STORED", value = aws_secretsmanager_secret_version.orders.secret_string },          # expect: aws-ecs-environment-credential
      { name = "REPORTS", value = module.reports.password },                                           # expect: aws-ecs-environment-credential
      { name = "REPORTS_URL", value = "postgres://reports:${module.reports.password}@reports" },       # expect: aws-ecs-environment-credential
      { name = "DB_AGAIN", value = local.password },
      { name = "MAIL", value = var.mail_password }, # expect: aws-ecs-environment-credential
    ]
  }])
}

module "mail" {
  source = "./service"
  environment = {
    REPORTS = module.reports.password # expect: aws-ecs-environment-credential
    MAIL    = var.mail_password       # expect: aws-ecs-environment-credential
  }
  database = aws_db_instance.orders.password # expect: aws-ecs-environment-credential
  reports  = module.reports.password         # expect: aws-ecs-environment-credential
}
