variable "authorization" { # undecided: aws-apigateway-open-route
  type = string
}

resource "aws_apigatewayv2_api" "chat" {
  name          = "chat"
  protocol_type = "WEBSOCKET"
}

resource "aws_apigatewayv2_route" "message" {
  api_id    = aws_apigatewayv2_api.chat.id
  route_key = "message"
}

resource "aws_apigatewayv2_route" "orders" {
  api_id             = "shop"
  route_key          = "POST /orders"
  authorization_type = "AWS_IAM"
}

resource "aws_apigatewayv2_route" "either" {
  api_id             = "shop"
  route_key          = "PUT /orders"
  authorization_type = var.authorization
}
