variable "level" { # undecided: aws-appsync-no-logs
  type = string
}

resource "aws_appsync_graphql_api" "shop" {
  name                = "shop"
  authentication_type = "AWS_IAM"

  log_config {
    cloudwatch_logs_role_arn = "arn:aws:iam::111122223333:role/api"
    field_log_level          = "ERROR"
  }
}

resource "aws_appsync_graphql_api" "scratch" {
  name                = "scratch"
  authentication_type = "AWS_IAM"

  log_config {
    cloudwatch_logs_role_arn = "arn:aws:iam::111122223333:role/api"
    field_log_level          = var.level
  }
}
