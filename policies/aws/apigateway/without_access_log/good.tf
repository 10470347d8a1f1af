variable "log" { # undecided: aws-apigateway-without-access-log
  type = string
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id   = "shop"
  deployment_id = "1"
  stage_name    = "live"

  access_log_settings {
    destination_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:shop"
    format          = "$context.requestId"
  }
}

resource "aws_apigatewayv2_stage" "either" {
  api_id = "shop"
  name   = "either"

  access_log_settings {
    destination_arn = var.log
    format          = "$context.requestId"
  }
}
