variable "logged" { # undecided: aws-mwaa-no-webserver-logs
  type = bool
}

resource "aws_mwaa_environment" "reports" {
  name               = "reports"
  dag_s3_path        = "dags/"
  execution_role_arn = "arn:aws:iam::111122223333:role/airflow"
  source_bucket_arn  = "arn:aws:s3:::airflow-111122223333"

  network_configuration {
    security_group_ids = ["sg-0a"]
    subnet_ids         = ["subnet-0a", "subnet-0b"]
  }

  logging_configuration {
    webserver_logs {
      enabled   = true
      log_level = "INFO"
    }
  }
}

resource "aws_mwaa_environment" "scratch" {
  name               = "scratch"
  dag_s3_path        = "dags/"
  execution_role_arn = "arn:aws:iam::111122223333:role/airflow"
  source_bucket_arn  = "arn:aws:s3:::airflow-111122223333"

  network_configuration {
    security_group_ids = ["sg-0a"]
    subnet_ids         = ["subnet-0a", "subnet-0b"]
  }

  logging_configuration {
    webserver_logs {
      enabled   = var.logged
      log_level = "INFO"
    }
  }
}
