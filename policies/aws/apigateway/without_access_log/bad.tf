resource "aws_api_gateway_stage" "live" { # expect: aws-apigateway-without-access-log
  rest_api_id   = "shop"
  deployment_id = "1"
  stage_name    = "live"
}

resource "aws_apigatewayv2_stage" "live" { # expect: aws-apigateway-without-access-log
  api_id = "shop"
  name   = "live"
}
