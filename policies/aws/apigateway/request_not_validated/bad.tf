resource "aws_api_gateway_method" "order" { # expect: aws-apigateway-request-not-validated
  rest_api_id   = "abcdef"
  resource_id   = "123456"
  http_method   = "POST"
  authorization = "AWS_IAM"
}
