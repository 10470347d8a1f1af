variable "mode" { # undecided: aws-lambda-no-tracing
  type = string
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"

  tracing_config {
    mode = "Active"
  }
}

resource "aws_lambda_function" "either" {
  function_name = "either"
  role          = "arn:aws:iam::111122223333:role/orders"

  tracing_config {
    mode = var.mode
  }
}
