resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_method" "orders" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  resource_id   = "orders"
  http_method   = "POST"
  authorization = "NONE" # expect: aws-apigateway-open-method
}
