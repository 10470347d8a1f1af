variable "certificate" { # undecided: aws-apigateway-no-client-certificate
  type = string
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id           = "shop"
  deployment_id         = "1"
  stage_name            = "live"
  client_certificate_id = "abc123"
}

resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "shop" {
  api_id = aws_apigatewayv2_api.shop.id
  name   = "live"
}

resource "aws_api_gateway_stage" "either" {
  rest_api_id           = "shop"
  deployment_id         = "1"
  stage_name            = "either"
  client_certificate_id = var.certificate
}
