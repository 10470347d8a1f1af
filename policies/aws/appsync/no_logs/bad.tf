resource "aws_appsync_graphql_api" "shop" { # expect: aws-appsync-no-logs
  name                = "shop"
  authentication_type = "AWS_IAM"
}

resource "aws_appsync_graphql_api" "news" {
  name                = "news"
  authentication_type = "AWS_IAM"

  log_config {
    cloudwatch_logs_role_arn = "arn:aws:iam::111122223333:role/api"
    field_log_level          = "NONE" # expect: aws-appsync-no-logs
  }
}
