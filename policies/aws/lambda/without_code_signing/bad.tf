resource "aws_lambda_function" "orders" { # expect: aws-lambda-without-code-signing
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  filename      = "orders.zip"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
}
