variable "authorization" { # undecided: aws-lambda-url-for-anyone
  type = string
}

resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "AWS_IAM"
}

resource "aws_lambda_function_url" "either" {
  function_name      = "invoices"
  authorization_type = var.authorization
}
