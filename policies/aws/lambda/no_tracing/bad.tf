resource "aws_lambda_function" "orders" { # expect: aws-lambda-no-tracing
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
}
