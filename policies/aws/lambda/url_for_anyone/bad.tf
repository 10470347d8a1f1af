resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "NONE" # expect: aws-lambda-url-for-anyone
}
