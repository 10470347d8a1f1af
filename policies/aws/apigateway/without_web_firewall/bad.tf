resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

resource "aws_api_gateway_stage" "live" { # expect: aws-apigateway-without-web-firewall
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  deployment_id = "1"
  stage_name    = "live"
}
