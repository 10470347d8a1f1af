resource "random_password" "db" {
  length = 24
}

resource "aws_glue_job" "load" {
  name     = "load"
  role_arn = "arn:aws:iam::111122223333:role/load"
  command {
    script_location = "s3://scripts/load.py"
  }
  default_arguments = {
    "--db-password" = random_password.db.result # expect: aws-compute-environment-credential
  }
}

resource "aws_elastic_beanstalk_environment" "web" {
  name        = "web"
  application = "web"
  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "DB_PASSWORD"
    value     = random_password.db.result # expect: aws-compute-environment-credential
  }
}

resource "aws_batch_job_definition" "report" {
  name = "report"
  type = "container"
  container_properties = jsonencode({
    image       = "report:1"
    environment = [{ name = "DB", value = random_password.db.result }] # expect: aws-compute-environment-credential
  })
}
