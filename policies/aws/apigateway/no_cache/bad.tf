resource "aws_api_gateway_stage" "live" { # expect: aws-apigateway-no-cache
  rest_api_id   = "shop"
  deployment_id = "1"
  stage_name    = "live"
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "shop"
  stage_name  = "live"
  method_path = "*/*"

  settings {
    caching_enabled = false # expect: aws-apigateway-no-cache
  }
}
