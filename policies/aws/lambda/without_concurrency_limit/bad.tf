resource "aws_lambda_function" "orders" { # expect: aws-lambda-without-concurrency-limit
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  filename      = "orders.zip"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
}

resource "aws_lambda_function" "endless" {
  function_name                  = "endless"
  role                           = "arn:aws:iam::111122223333:role/endless"
  filename                       = "endless.zip"
  handler                        = "index.handler"
  runtime                        = "nodejs24.x"
  reserved_concurrent_executions = -1 # expect: aws-lambda-without-concurrency-limit
}
