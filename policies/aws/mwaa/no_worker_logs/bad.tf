resource "aws_mwaa_environment" "reports" { # expect: aws-mwaa-no-worker-logs
  name               = "reports"
  dag_s3_path        = "dags/"
  execution_role_arn = "arn:aws:iam::111122223333:role/airflow"
  source_bucket_arn  = "arn:aws:s3:::airflow-111122223333"

  network_configuration {
    security_group_ids = ["sg-0a"]
    subnet_ids         = ["subnet-0a", "subnet-0b"]
  }
}

resource "aws_mwaa_environment" "sales" {
  name               = "sales"
  dag_s3_path        = "dags/"
  execution_role_arn = "arn:aws:iam::111122223333:role/airflow"
  source_bucket_arn  = "arn:aws:s3:::airflow-111122223333"

  network_configuration {
    security_group_ids = ["sg-0a"]
    subnet_ids         = ["subnet-0a", "subnet-0b"]
  }

  logging_configuration {
    worker_logs {
      enabled   = false # expect: aws-mwaa-no-worker-logs
      log_level = "INFO"
    }
  }
}
