variable "authorization" { # undecided: aws-apigateway-open-method
  type = string
}

resource "aws_api_gateway_rest_api" "inside" {
  name = "inside"

  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_method" "inside" {
  rest_api_id   = aws_api_gateway_rest_api.inside.id
  resource_id   = "orders"
  http_method   = "POST"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "preflight" {
  rest_api_id   = "shop"
  resource_id   = "orders"
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "signed" {
  rest_api_id   = "shop"
  resource_id   = "orders"
  http_method   = "GET"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_method" "either" {
  rest_api_id   = "shop"
  resource_id   = "orders"
  http_method   = "PUT"
  authorization = var.authorization
}
