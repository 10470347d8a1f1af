resource "random_password" "db" {
  length = 24
}

resource "aws_secretsmanager_secret" "db" {
  name = "db"
}

resource "aws_batch_job_definition" "report" {
  name = "report"
  type = "container"
  container_properties = jsonencode({
    image       = "report:1"
    environment = [{ name = "STAGE", value = "prod" }]
    secrets     = [{ name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.db.arn }]
  })
}

resource "aws_glue_job" "load" {
  name     = "load"
  role_arn = "arn:aws:iam::111122223333:role/load"
  command {
    script_location = "s3://scripts/load.py"
  }
  default_arguments = {
    "--secret-name" = aws_secretsmanager_secret.db.name
  }
}
