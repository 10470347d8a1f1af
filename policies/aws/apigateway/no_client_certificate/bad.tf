resource "aws_api_gateway_stage" "live" { # expect: aws-apigateway-no-client-certificate
  rest_api_id   = "shop"
  deployment_id = "1"
  stage_name    = "live"
}

resource "aws_apigatewayv2_api" "chat" {
  name          = "chat"
  protocol_type = "WEBSOCKET"
}

resource "aws_apigatewayv2_stage" "chat" { # expect: aws-apigateway-no-client-certificate
  api_id = aws_apigatewayv2_api.chat.id
  name   = "live"
}
