variable "runs" { # undecided: aws-lambda-without-concurrency-limit
  type = number
}

resource "aws_lambda_function" "orders" {
  function_name                  = "orders"
  role                           = "arn:aws:iam::111122223333:role/orders"
  filename                       = "orders.zip"
  handler                        = "index.handler"
  runtime                        = "nodejs24.x"
  reserved_concurrent_executions = 20
}

resource "aws_lambda_function" "either" {
  function_name                  = "either"
  role                           = "arn:aws:iam::111122223333:role/either"
  filename                       = "either.zip"
  handler                        = "index.handler"
  runtime                        = "nodejs24.x"
  reserved_concurrent_executions = var.runs
}
