resource "aws_apigatewayv2_route" "orders" { # expect: aws-apigateway-open-route
  api_id    = "shop"
  route_key = "POST /orders"
}

resource "aws_apigatewayv2_route" "open" {
  api_id             = "shop"
  route_key          = "$default"
  authorization_type = "NONE" # expect: aws-apigateway-open-route
}
