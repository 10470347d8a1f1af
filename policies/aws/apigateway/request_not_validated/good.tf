variable "validator" { # undecided: aws-apigateway-request-not-validated
  type = string
}

resource "aws_api_gateway_request_validator" "all" {
  name                        = "all"
  rest_api_id                 = "abcdef"
  validate_request_body       = true
  validate_request_parameters = true
}

resource "aws_api_gateway_method" "order" {
  rest_api_id          = "abcdef"
  resource_id          = "123456"
  http_method          = "POST"
  authorization        = "AWS_IAM"
  request_validator_id = aws_api_gateway_request_validator.all.id
}

resource "aws_api_gateway_method" "preflight" {
  rest_api_id   = "abcdef"
  resource_id   = "123456"
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "either" {
  rest_api_id          = "abcdef"
  resource_id          = "123456"
  http_method          = "PUT"
  authorization        = "AWS_IAM"
  request_validator_id = var.validator
}
