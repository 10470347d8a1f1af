resource "aws_api_gateway_stage" "live" { # expect: aws-apigateway-no-tracing
  rest_api_id   = "shop"
  deployment_id = "1"
  stage_name    = "live"
}
